/** The page of conferences: their numbers, their codes, and who is in them. */
package ro.clickphone.portal.conference;
