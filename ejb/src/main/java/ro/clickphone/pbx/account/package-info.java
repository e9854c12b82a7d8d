/** Customers and the people who sign in for them, and the operators' keys; what an account owns lies with its feature. */
package ro.clickphone.pbx.account;
