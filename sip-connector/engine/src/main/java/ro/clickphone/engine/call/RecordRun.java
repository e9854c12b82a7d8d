package ro.clickphone.engine.call;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;
import ro.clickphone.engine.api.StepOutcome.RecordEnd;
import ro.clickphone.engine.media.MediaEvents.RecordingEnd;

/** Prompts, a beep, then what the caller says becomes a file. */
final class RecordRun extends Run {
    private static final Prompt BEEP = new Prompt.System("beep", "ro");

    private final Step.Record step;
    private boolean recording;

    RecordRun(Call call, Step.Record step) {
        super(call);
        this.step = step;
    }

    @Override
    String name() {
        return "Record";
    }

    @Override
    void begin() {
        if (!call.caller().answer(List.of())) {
            return;
        }
        List<Prompt> prompts = new java.util.ArrayList<>(step.first());
        prompts.add(BEEP);
        call.caller().media().play(prompts);
    }

    @Override
    void played(Leg leg) {
        if (!recording) {
            recording = true;
            call.caller()
                    .media()
                    .record(
                            call.services().recordings().resolve(step.name() + ".take"),
                            step.seal(),
                            step.atMost(),
                            step.silence());
        }
    }

    @Override
    void digit(Leg leg, char digit) {
        boolean ends = step.terminator().map(key -> key == digit).orElse(true);
        if (recording && ends) {
            stopRecording(length -> call.mailbox().execute(() -> terminated(length)));
        }
    }

    @Override
    void recorded(Leg leg, Duration length, RecordingEnd end) {
        if (!recording) {
            return;
        }
        switch (end) {
            case SILENCE -> ended(length, RecordEnd.SILENCE);
            case TOO_LONG -> ended(length, RecordEnd.TOO_LONG);
            case FAILED -> {
                recording = false;
                call.finished(new StepOutcome.Failed("the recording could not be written"));
            }
        }
    }

    @Override
    void stop(HangupCause why) {
        if (call.caller().leg().hasMedia()) {
            call.caller().media().stop();
            if (recording) {
                stopRecording(length -> {});
            }
        }
    }

    /** The call's record tells of the file, so it waits until that is whole. */
    private void stopRecording(Consumer<Duration> then) {
        recording = false;
        call.recordAfter(call.caller().media().stopRecording().thenAccept(then));
    }

    private void terminated(Duration length) {
        if (call.run().filter(running -> running == this).isPresent()) {
            ended(length, RecordEnd.TERMINATED);
        }
    }

    private void ended(Duration length, RecordEnd how) {
        recording = false;
        call.finished(new StepOutcome.Recorded(step.name(), length, how));
    }
}
