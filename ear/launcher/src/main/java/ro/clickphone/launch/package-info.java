/**
 * What {@code ./run} starts: the database, the server with the application, and the end of both. It knows settings,
 * ports and processes; no business and no telephony may enter.
 */
package ro.clickphone.launch;
