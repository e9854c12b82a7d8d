package ro.clickphone.pbx.account;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import ro.clickphone.pbx.access.Need;

/**
 * A key of the API, without itself: it can be read only when it is made.
 *
 * @param id the hash of the key
 * @param expiresAt when it stops working; null for never, which only the operator's first key does
 * @param usedAt when it was used last; null for never
 */
public record ApiKey(
        String id,
        String name,
        Set<Need> scopes,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        Instant usedAt)
        implements Serializable {}
