/** The customer's spoken messages: the page of all slots, the dialog that fills one, the sound for the browser. */
package ro.clickphone.portal.prompt;
