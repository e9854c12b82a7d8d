/** How the tables are reached: what the provider of persistence is told when it starts; no query and no entity enters. */
package ro.clickphone.pbx.database;
