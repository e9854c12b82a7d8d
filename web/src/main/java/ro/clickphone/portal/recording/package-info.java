/** The page of recorded calls: whether they are recorded, who called, the sound, and how it goes. */
package ro.clickphone.portal.recording;
