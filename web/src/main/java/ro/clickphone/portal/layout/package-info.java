/** The frame of every page: who is signed in, menu, language, appearance, response headers. No feature may enter. */
package ro.clickphone.portal.layout;
