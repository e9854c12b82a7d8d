package ro.clickphone.engine.call;

import java.time.Duration;
import java.util.List;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Step;
import ro.clickphone.engine.api.StepOutcome;
import ro.clickphone.engine.api.StepOutcome.DigitsEnd;

/** Answers, plays, and collects digits; the first digit stops the prompts. */
final class CollectRun extends Run {
    private final Step.Collect step;
    private final StringBuilder digits = new StringBuilder();
    private Wheel.Timer patience;

    CollectRun(Call call, Step.Collect step) {
        super(call);
        this.step = step;
    }

    @Override
    String name() {
        return "Collect";
    }

    @Override
    void begin() {
        if (!call.caller().answer(List.of())) {
            return;
        }
        if (step.prompts().isEmpty()) {
            call.caller().media().stop();
            await(step.firstDigit());
        } else {
            call.caller().media().play(step.prompts());
        }
    }

    @Override
    void played(Leg leg) {
        if (digits.isEmpty() && patience == null) {
            await(step.firstDigit());
        }
    }

    @Override
    void digit(Leg leg, char digit) {
        if (leg != call.caller().leg() || !isKey(digit)) {
            return;
        }
        call.caller().media().stop();
        if (step.terminator().isPresent() && step.terminator().get() == digit) {
            end(DigitsEnd.TERMINATED);
            return;
        }
        digits.append(digit);
        if (digits.length() == step.maxDigits()) {
            end(DigitsEnd.COMPLETE);
        } else {
            await(step.nextDigit());
        }
    }

    @Override
    void stop(HangupCause why) {
        cancel();
        if (call.caller().leg().hasMedia()) {
            call.caller().media().stop();
        }
    }

    private void await(Duration time) {
        cancel();
        patience = call.after(time, () -> {
            if (call.run().orElse(null) == this) {
                end(DigitsEnd.TIMEOUT);
            }
        });
    }

    private void end(DigitsEnd how) {
        cancel();
        call.finished(new StepOutcome.Digits(digits.toString(), how));
    }

    private void cancel() {
        if (patience != null) {
            patience.cancel();
        }
    }

    private static boolean isKey(char digit) {
        return digit >= '0' && digit <= '9' || digit == '*' || digit == '#';
    }
}
