/** Journeys through the portal in a real browser. What a person does and sees enters, and no call to a bean. */
package ro.clickphone.system.browser;
