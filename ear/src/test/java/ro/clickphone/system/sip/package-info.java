/** Calls by real phone programs and by plain SIP text, with what each end heard. What a phone can see enters, no more. */
package ro.clickphone.system.sip;
