package ro.clickphone.engine.api;

import java.util.Objects;

/** The business's answer to "what now?": one verb, and the position to give back when it has ended. */
public record CallStep(Step step, FlowState state) {
    public CallStep {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(state, "state");
    }
}
