package ro.clickphone.pbx.callflow;

import java.util.Objects;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.Step;

/** What a call does next, and where it then stands. */
record Decision(Step step, Position position) {
    Decision {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(position, "position");
    }

    CallStep callStep() {
        return new CallStep(step, position.state());
    }
}
