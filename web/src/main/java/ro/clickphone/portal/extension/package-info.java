/** The page of the manual's step 1: extensions, their SIP settings, forwards and live state. */
package ro.clickphone.portal.extension;
