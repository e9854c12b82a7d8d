package ro.clickphone.engine.call;

import java.util.Optional;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Summons;
import ro.clickphone.engine.media.MediaTerms;

/**
 * A call at our door, its source proven.
 *
 * @param first who is at the far end of its first leg
 * @param offer the INVITE's session description; empty for a late offer
 * @param terms of the caller's audio
 */
public record Arrival(IncomingCall call, Party first, Optional<String> offer, MediaTerms terms) {
    public Arrival(IncomingCall call, Optional<String> offer, MediaTerms terms) {
        this(call, call.source(), offer, terms);
    }

    /** A call that we begin: nobody has offered anything. */
    static Arrival of(Summons summons) {
        return new Arrival(summons.wanted(), summons.rings(), Optional.empty(), MediaTerms.PLAIN);
    }
}
