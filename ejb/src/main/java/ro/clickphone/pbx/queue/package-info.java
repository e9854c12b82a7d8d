/** The waiting queue: who its agents are, in which order they ring, and the room where callers wait. No SIP, no screen. */
package ro.clickphone.pbx.queue;
