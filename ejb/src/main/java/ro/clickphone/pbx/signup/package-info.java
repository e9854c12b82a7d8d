/** How somebody becomes a customer on the public pages: an order, a link by mail, and then an account with a number. */
package ro.clickphone.pbx.signup;
