/**
 * Bank transfers (OP): statements read, lines matched with proformas, each booked by two people. What a payment brings
 * about is payment's.
 */
package ro.clickphone.pbx.bank;
