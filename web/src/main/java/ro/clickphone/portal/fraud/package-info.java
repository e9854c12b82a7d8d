/** The pages of anti-fraud (manual, items 151 to 176): one bean a tab; and the lists of numbers (item 40). */
package ro.clickphone.portal.fraud;
