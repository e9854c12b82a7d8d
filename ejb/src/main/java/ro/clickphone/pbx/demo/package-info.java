/** The demo customers of a first start, made by the services that everybody uses; no table is touched from here. */
package ro.clickphone.pbx.demo;
