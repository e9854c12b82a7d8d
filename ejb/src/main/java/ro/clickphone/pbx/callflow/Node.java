package ro.clickphone.pbx.callflow;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** A room that a call can pass on its way. The customer's settings are compiled to these. */
sealed interface Node {

    /** The opening hours; each way leads to another node. */
    record Hours(NodeId open, NodeId closed) implements Node {
        public Hours {
            Objects.requireNonNull(open, "open");
            Objects.requireNonNull(closed, "closed");
        }
    }

    /** Words, and then the call is over. */
    record Farewell(List<Prompt> words) implements Node {
        public Farewell {
            words = List.copyOf(words);
        }
    }

    /** Words, and a key is awaited. */
    record Menu(List<Prompt> words, Map<Character, NodeId> keys, NodeId invalid, NodeId timeout) implements Node {
        public Menu {
            words = List.copyOf(words);
            keys = Map.copyOf(keys);
            Objects.requireNonNull(invalid, "invalid");
            Objects.requireNonNull(timeout, "timeout");
        }
    }

    /** The waiting queue. */
    record Queue() implements Node {}

    /** One extension with its forwards, or several at the same time. */
    record Ring(List<ExtensionNumber> extensions) implements Node {
        public Ring {
            extensions = List.copyOf(extensions);
        }
    }

    /** Rings the extension to which a fax machine is connected. */
    record Fax(ExtensionNumber machine) implements Node {
        public Fax {
            Objects.requireNonNull(machine, "machine");
        }
    }

    /** Says that there is no fax here, and goes back. */
    record FaxUnavailable(NodeId back) implements Node {
        public FaxUnavailable {
            Objects.requireNonNull(back, "back");
        }
    }

    /** Refuses an unanswered call, lets go an answered one. */
    record Unreachable() implements Node {}
}
