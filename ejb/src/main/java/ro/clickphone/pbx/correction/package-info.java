/** What finance puts right: a wallet corrected, or a payment given back with its credit note, as soon as a second person agrees. */
package ro.clickphone.pbx.correction;
