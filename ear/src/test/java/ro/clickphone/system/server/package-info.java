/** The EAR on a full Payara Server with a MariaDB of its own: what differs from Micro, and what is to be seen from inside. */
package ro.clickphone.system.server;
