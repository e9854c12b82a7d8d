/** The operator's pages: who knocks at the SIP door, calls in progress, mails of the outbox. */
package ro.clickphone.portal.operator;
