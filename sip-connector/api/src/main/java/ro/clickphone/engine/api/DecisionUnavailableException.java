package ro.clickphone.engine.api;

/** Nobody can decide now: no permit at the gate, business not open, database away. The caller gets 503, or the fault prompt. */
public class DecisionUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DecisionUnavailableException(String reason) {
        super(reason);
    }

    public DecisionUnavailableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
