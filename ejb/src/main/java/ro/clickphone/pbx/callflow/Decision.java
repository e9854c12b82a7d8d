package ro.clickphone.pbx.callflow;

import java.util.Objects;
import java.util.Optional;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.Step;

/** What a call does next, where it then stands, and what it brings about beside. */
record Decision(Step step, Position position, Optional<Deed> deed) {
    Decision {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(deed, "deed");
    }

    Decision(Step step, Position position) {
        this(step, position, Optional.empty());
    }

    Decision doing(Deed wanted) {
        return new Decision(step, position, Optional.of(wanted));
    }

    CallStep callStep() {
        return new CallStep(step, position.state());
    }
}
