package ro.clickphone.pbx.callflow;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** What a call is doing while a verb runs: by it the flow knows what the verb's outcome means. */
sealed interface Place {

    /** A menu speaks, or waits for a key. */
    record InMenu(NodeId menu) implements Place {
        public InMenu {
            Objects.requireNonNull(menu, "menu");
        }
    }

    /** Words are spoken after which the call goes on at another node. */
    record Notice(NodeId after) implements Place {
        public Notice {
            Objects.requireNonNull(after, "after");
        }
    }

    /** The queue's welcome is spoken. */
    record Greeting(Instant since) implements Place {}

    /** In the waiting room. @param since when the caller entered the queue; the place in it goes by that */
    record Waiting(Instant since) implements Place {}

    /** Agents ring for the caller, who keeps the place; the waiting room knows which. */
    record Offered(Instant since) implements Place {}

    /** @param hops the extensions that the call was forwarded through; the last one rings */
    record Ringing(List<ExtensionNumber> hops) implements Place {
        public Ringing {
            hops = List.copyOf(hops);
            if (hops.isEmpty()) {
                throw new IllegalArgumentException("nobody rings");
            }
        }
    }

    /** Several extensions ring. */
    record RingingTogether() implements Place {}

    /** Joined with the caller of another call, if that one is still there. */
    record PickingUp() implements Place {}

    /** In a parking place. @param by who handed the call on, and gets it back when nobody fetches it */
    record Parked(ExtensionNumber by) implements Place {
        public Parked {
            Objects.requireNonNull(by, "by");
        }
    }

    /** An extension calls a number of the public network. */
    record Outside() implements Place {}

    /** A forward leads to a number of the public network. */
    record ForwardedOutside() implements Place {}

    /** Last words are spoken. */
    record Parting(HangupCause cause) implements Place {}

    /** Nothing more will come. */
    record Over() implements Place {}
}
