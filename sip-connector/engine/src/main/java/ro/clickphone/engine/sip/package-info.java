/**
 * SIP: transports, transactions, dialogs, registrar, trunks. The only room that may import {@code javax.sip} and {@code
 * gov.nist}: JAIN-SIP parses what comes in. No decision about a call may be made here.
 */
package ro.clickphone.engine.sip;
