/** Where the back office begins: the list of customers, and the way into one of them. */
package ro.clickphone.portal.office;
