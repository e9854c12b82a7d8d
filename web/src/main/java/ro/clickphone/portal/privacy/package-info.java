/** A person found by telephone number: what is kept, as a file, and masked. */
package ro.clickphone.portal.privacy;
