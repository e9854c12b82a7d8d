/** How the customer's money is written on every page, and what the customer sees of it. No amount is computed here. */
package ro.clickphone.portal.wallet;
