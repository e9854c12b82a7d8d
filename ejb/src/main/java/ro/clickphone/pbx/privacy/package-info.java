/** Personal data of those who call and are called: found by number, exported, masked, and masked by itself after its time. */
package ro.clickphone.pbx.privacy;
