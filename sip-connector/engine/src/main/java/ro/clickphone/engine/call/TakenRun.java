package ro.clickphone.engine.call;

import java.util.Optional;

/** A caller who waited was picked up: the waiting ends as if a called one had answered. */
final class TakenRun extends TalkingRun {
    private final End picker;

    TakenRun(Call call, End picker) {
        super(call, Optional.empty());
        this.picker = picker;
    }

    @Override
    String name() {
        return "Taken";
    }

    @Override
    void begin() {
        talkWith(picker);
    }
}
