/**
 * The exchange as its users meet it: the packaged server in a process of its own, phones, carriers and browsers around
 * it. Nothing enters here that looks inside the server.
 */
package ro.clickphone.system;
