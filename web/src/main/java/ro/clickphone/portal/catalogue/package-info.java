/** Serviciu business: packages, channels, minutes and numbers, bought, changed and cancelled. */
package ro.clickphone.portal.catalogue;
