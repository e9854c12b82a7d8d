/** The interactive menu: what a caller may press, and what then happens; as drafted and as it is live. No SIP, no screen. */
package ro.clickphone.pbx.ivr;
