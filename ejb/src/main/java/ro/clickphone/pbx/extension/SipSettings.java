package ro.clickphone.pbx.extension;

/**
 * What is typed into a phone (manual, item 61), the password apart.
 *
 * @param username user and authentication user, {@code 53630-100}
 * @param protocol the transports offered
 * @param stun host and port; empty when there is no such server, and none is needed
 */
public record SipSettings(
        String displayName, String username, String domain, String realm, String protocol, int port, String stun) {}
