/** Secrets at rest: what the database and the data folder keep is sealed with a key of the exchange's own. */
package ro.clickphone.pbx.vault;
