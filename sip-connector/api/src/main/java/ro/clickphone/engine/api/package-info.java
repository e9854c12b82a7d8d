/**
 * The door between the telephone engine and the business: interfaces and records only, made of JDK types and each
 * other; nothing here may know SIP, JPA or a container (jakarta.resource alone is allowed, for the connection factory).
 */
package ro.clickphone.engine.api;
