/** Values that every feature shares: tenant, numbers, money, refusals. Few for ever; nothing that knows a container enters. */
package ro.clickphone.pbx.kernel;
