/** Buying credit. */
package ro.clickphone.portal.payment;
