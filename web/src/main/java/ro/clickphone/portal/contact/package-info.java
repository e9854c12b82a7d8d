/** The page of the address book. */
package ro.clickphone.portal.contact;
