package ro.clickphone.engine.api;

import java.io.Serializable;

/** A link to a carrier. The number is the business's own. */
public record TrunkId(long value) implements Serializable {
    public TrunkId {
        Checks.atLeast("value", value, 1);
    }

    @Override
    public String toString() {
        return "trunk " + value;
    }
}
