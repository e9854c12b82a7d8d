/** The page after sign-in: what is done of the manual's five steps, and what goes on right now. */
package ro.clickphone.portal.start;
