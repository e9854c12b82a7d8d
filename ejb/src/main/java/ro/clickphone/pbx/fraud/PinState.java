package ro.clickphone.pbx.fraud;

import java.time.Instant;

/** How it stands with the PIN of an account; never the PIN itself. */
public sealed interface PinState {
    /** None was ever made: generating one is what switches the section on (manual, item 152). */
    record None() implements PinState {}

    record Set(Instant madeAt) implements PinState {}

    record Locked(Instant until) implements PinState {}
}
