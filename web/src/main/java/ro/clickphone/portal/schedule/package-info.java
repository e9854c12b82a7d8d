/** The page of the manual's step 2: the working hours. */
package ro.clickphone.portal.schedule;
