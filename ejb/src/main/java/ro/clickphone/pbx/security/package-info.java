/** What happens at the doors: the security log, and the operator's view of the latest of it. Every door may tell. */
package ro.clickphone.pbx.security;
