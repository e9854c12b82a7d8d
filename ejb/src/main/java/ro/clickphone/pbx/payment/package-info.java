/** Buying credit: proformas, and what happens when one is paid. How the money came is the business of bank and card. */
package ro.clickphone.pbx.payment;
