package ro.clickphone.engine.api;

import java.util.Objects;

/**
 * A call goes elsewhere than it was meant to go.
 *
 * @param by the number or extension that it was meant for
 */
public record Diversion(String by, Why why) {
    public Diversion {
        Checks.notBlank("by", by);
        Objects.requireNonNull(why, "why");
    }

    /** As carriers are told (RFC 5806 4). */
    public enum Why {
        UNCONDITIONAL,
        USER_BUSY,
        UNAVAILABLE,
        /** The phone that was rung sent the caller on. */
        DEFLECTION;

        /** As it stands in a Diversion header. */
        public String token() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
