package ro.clickphone.pbx.callflow;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.pbx.kernel.ExtensionNumber;
import ro.clickphone.pbx.prompt.PromptSlot;

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

    /** The caller is told that the call is recorded, before anybody rings. */
    record Announced() implements Place {}

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

    /** In a conference of the customer, or about to enter it. */
    record Conferring(int room) implements Place {}

    /** Asked for the code of a conference. */
    record AtConferenceDoor(int room) implements Place {}

    /** {@code 329} speaks, or waits for a key. */
    record AtService() implements Place {}

    /** An extension calls a number of the public network. */
    record Outside() implements Place {}

    /** A forward leads to a number of the public network. */
    record ForwardedOutside() implements Place {}

    /** {@code **500}, and more than one message is open: the caller chooses. @param slots by the keys 1, 2, … */
    record ChoosingMessage(List<PromptSlot> slots) implements Place {
        public ChoosingMessage {
            slots = List.copyOf(slots);
        }
    }

    /** The caller speaks a message for the slot. @param take which attempt, from 1 */
    record RecordingMessage(PromptSlot slot, int take) implements Place {
        public RecordingMessage {
            Objects.requireNonNull(slot, "slot");
        }
    }

    /** The caller has spoken a message, and listens to it, keeps it or speaks it anew. */
    record ReviewingMessage(PromptSlot slot, int take) implements Place {
        public ReviewingMessage {
            Objects.requireNonNull(slot, "slot");
        }
    }

    /** The caller speaks into the mailbox of an extension. */
    record LeavingVoicemail(ExtensionNumber box) implements Place {
        public LeavingVoicemail {
            Objects.requireNonNull(box, "box");
        }
    }

    /** The extension listens to its mailbox. @param left messages, the first of them is being heard */
    record Mailbox(List<Long> left) implements Place {
        public Mailbox {
            left = List.copyOf(left);
            if (left.isEmpty()) {
                throw new IllegalArgumentException("no message is heard");
            }
        }
    }

    /** Last words are spoken. */
    record Parting(HangupCause cause) implements Place {}

    /** Nothing more will come. */
    record Over() implements Place {}
}
