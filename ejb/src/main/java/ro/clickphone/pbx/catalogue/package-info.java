/**
 * What is sold, at which price from when, who has bought it, and what it allows; the fees of a month. How money moves is
 * the ledger's; what a call costs is decided elsewhere.
 */
package ro.clickphone.pbx.catalogue;
