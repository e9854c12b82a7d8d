/** The page of mailboxes: who has one, their greetings, and the messages in them. */
package ro.clickphone.portal.voicemail;
