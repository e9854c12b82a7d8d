/** How moments, durations, numbers and exported files are written. Pure; no service and no screen may enter. */
package ro.clickphone.portal.format;
