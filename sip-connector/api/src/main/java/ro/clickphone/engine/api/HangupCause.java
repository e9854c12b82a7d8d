package ro.clickphone.engine.api;

/** Why a call or a leg ended. */
public enum HangupCause {
    NORMAL,
    /** The caller gave up before the answer. */
    CANCELLED,
    BUSY,
    NO_ANSWER,
    UNAVAILABLE,
    REJECTED,
    /** The longest talk allowed is over. */
    LIMIT,
    /** Neither side sent audio for too long. */
    MEDIA_TIMEOUT,
    /** No ACK, no answer to a BYE, a session timer that ran out, a dead connection. */
    SIGNALLING_TIMEOUT,
    /** Nobody could decide: business away, flow broken. */
    NO_DECISION,
    /** Another group's leg answered first. */
    ANSWERED_ELSEWHERE,
    /** Ended by command. */
    ADMINISTRATIVE,
    SHUTDOWN,
    FAULT
}
