package ro.clickphone.engine.api;

import java.util.Objects;

/**
 * A call whose SIP messages are remembered.
 *
 * @param legs SIP dialogs so far, tried ones too
 */
public record TracedCall(IncomingCall arrival, int legs, int messages) {
    public TracedCall {
        Objects.requireNonNull(arrival, "arrival");
    }
}
