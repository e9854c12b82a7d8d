/** Mailboxes of extensions: who has one, and what callers left in it. No call, no screen. */
package ro.clickphone.pbx.voicemail;
