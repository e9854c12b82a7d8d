/** Who has access to the account: the people who sign in, and the keys of the API. */
package ro.clickphone.portal.account;
