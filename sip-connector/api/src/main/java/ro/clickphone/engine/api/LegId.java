package ro.clickphone.engine.api;

import java.io.Serializable;
import java.util.Objects;

/** A leg of a call: one dialog with its media. Number 0 is the calling leg, the called ones count up from 1. */
public record LegId(CallId call, int number) implements Serializable {
    public LegId {
        Objects.requireNonNull(call, "call");
        Checks.atLeast("number", number, 0);
    }

    @Override
    public String toString() {
        return call + "/" + number;
    }
}
