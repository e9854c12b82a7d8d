/** The address book of a customer: names to numbers. Nothing of calls may enter. */
package ro.clickphone.pbx.contact;
