/**
 * The JCA skin: joins the engine to the container's threads, its message-driven bean and its lookup names. Nothing that
 * knows SIP, and no decision about a call, may enter.
 */
package ro.clickphone.rar;
