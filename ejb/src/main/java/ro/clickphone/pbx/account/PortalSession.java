package ro.clickphone.pbx.account;

import java.io.Serializable;
import java.time.Instant;

/** Somebody's open session. @param id the hash of its cookie, which itself is kept nowhere */
public record PortalSession(String id, Instant startedAt, Instant seenAt, String address, String browser)
        implements Serializable {}
