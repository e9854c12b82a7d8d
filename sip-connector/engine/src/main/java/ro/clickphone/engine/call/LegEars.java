package ro.clickphone.engine.call;

import java.time.Duration;
import ro.clickphone.engine.media.MediaEvents;

/** A leg's audio speaks on a media thread; this carries it into the call's mailbox. Only the caller's keys are verbs' business. */
final class LegEars implements MediaEvents {
    private final Call call;
    private final Leg leg;

    LegEars(Call call, Leg leg) {
        this.call = call;
        this.leg = leg;
    }

    @Override
    public void digit(char digit) {
        call.mailbox().execute(() -> call.digit(leg, digit));
    }

    @Override
    public void played() {
        call.mailbox().execute(() -> call.run().ifPresent(run -> run.played(leg)));
    }

    @Override
    public void recorded(Duration length, RecordingEnd end) {
        call.mailbox().execute(() -> call.run().ifPresent(run -> run.recorded(leg, length, end)));
    }
}
