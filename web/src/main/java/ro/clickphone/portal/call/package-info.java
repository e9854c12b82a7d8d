/** The manual's call reports: calls received and calls placed. */
package ro.clickphone.portal.call;
