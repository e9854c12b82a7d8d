/** The page of the manual's step 5: where incoming calls go. */
package ro.clickphone.portal.routing;
