package ro.clickphone.engine.api;

import java.util.Objects;

/**
 * A party of a call hands the other one on: in the talk (REFER without Replaces, RFC 3515), or while it alone is rung for
 * (3xx). An attended transfer (Replaces, RFC 3891)
 * of two calls that both exist needs no decision.
 *
 * @param by who hands on; the further call is this party's, by right and by cost
 * @param remaining who is handed on, and takes part in what follows as the caller
 * @param shown what is known of the remaining one, to be shown to whoever is called now; never a proof of anything
 * @param target user part of Refer-To, as it came
 */
public record Transfer(Party by, Party remaining, CallerId shown, String target) {
    public Transfer {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(remaining, "remaining");
        Objects.requireNonNull(shown, "shown");
        Objects.requireNonNull(target, "target");
    }
}
