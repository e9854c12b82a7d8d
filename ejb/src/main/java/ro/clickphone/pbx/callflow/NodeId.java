package ro.clickphone.pbx.callflow;

import java.util.regex.Pattern;
import ro.clickphone.pbx.ivr.MenuNumber;

/** A node's name in the graph, stable while the customer does not remove it: calls in progress remember it. */
record NodeId(String name) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9:*#]{1,32}");

    static final NodeId HOURS = new NodeId("hours");
    static final NodeId CLOSED = new NodeId("closed");
    static final NodeId QUEUE = new NodeId("queue");
    static final NodeId DIRECT = new NodeId("direct");

    NodeId {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("no name for a node: " + name);
        }
    }

    static NodeId menu(MenuNumber menu) {
        return new NodeId("menu:" + menu);
    }

    /** The same menu as it is being drafted. */
    static NodeId draft(MenuNumber menu) {
        return new NodeId("draft:" + menu);
    }

    /** What a key, or {@code i} or {@code t}, of a menu does. */
    NodeId line(char key) {
        return new NodeId(name + ":" + key);
    }

    @Override
    public String toString() {
        return name;
    }
}
