/** Attacks from outside: another customer's identifiers, roles, hostile values. Each page and endpoint is found, not listed. */
package ro.clickphone.system.attack;
