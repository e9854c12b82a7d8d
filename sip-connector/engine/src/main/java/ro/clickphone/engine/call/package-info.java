/**
 * The life of a call: its mailbox, its legs, one class per verb. It knows a leg's signalling only as {@link
 * ro.clickphone.engine.call.LegDialog} and its audio only as {@link ro.clickphone.engine.media.LegMedia}; no SIP stack,
 * no socket may enter.
 */
package ro.clickphone.engine.call;
