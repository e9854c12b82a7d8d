/** The conferences that a customer has named, and the codes they ask for. No call, no screen. */
package ro.clickphone.pbx.conference;
