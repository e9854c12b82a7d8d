package ro.clickphone.pbx.callflow;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * All that an incoming call of one account can meet.
 *
 * @param start where calls from the public network enter
 * @param test the main menu for a test call (manual, item 135): the draft, where it differs from what is live
 */
record CallGraph(Map<NodeId, Node> nodes, NodeId start, Optional<NodeId> test) {
    CallGraph {
        nodes = Map.copyOf(nodes);
        if (!nodes.containsKey(start)) {
            throw new IllegalArgumentException("the graph has no node " + start);
        }
        Objects.requireNonNull(test, "test");
    }

    /** Empty when the customer removed it while a call was on its way. */
    Optional<Node> node(NodeId id) {
        return Optional.ofNullable(nodes.get(id));
    }
}
