/** Credit paid by card: orders at a payment service, and its signed notices, which alone say that money has come. */
package ro.clickphone.pbx.card;
