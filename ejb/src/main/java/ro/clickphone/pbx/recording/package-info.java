/** Recordings of calls: whether a customer wants them, the sealed files, who listens, and when they go. */
package ro.clickphone.pbx.recording;
