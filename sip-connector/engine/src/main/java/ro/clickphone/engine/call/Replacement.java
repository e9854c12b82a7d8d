package ro.clickphone.engine.call;

/**
 * An INVITE with Replaces (RFC 3891).
 *
 * @param replaced the leg whose place is wanted, as its dialog knows it
 */
public record Replacement(DialogEvents replaced, When when) {
    /** In what state the leg may be. */
    public enum When {
        /** {@code early-only}: somebody who sees it ring wants the call, not a talk in progress. */
        RINGING,
        RINGING_OR_TALKING
    }
}
