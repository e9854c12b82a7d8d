/** Extensions: their names, SIP passwords, forwards and registered devices. How a call is routed does not enter. */
package ro.clickphone.pbx.extension;
