/** Who acts, and what each role may do: the check at the door of every service. Knows no feature. */
package ro.clickphone.pbx.access;
