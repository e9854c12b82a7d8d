package ro.clickphone.engine.api;

import java.util.Objects;
import java.util.Optional;

/**
 * What one of a carrier's machines said to an OPTIONS that somebody sent by hand.
 *
 * @param address where it went
 * @param answer empty when none came
 */
public record TrunkProbe(String address, Transport transport, Optional<Answered> answer) {
    public TrunkProbe {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(transport, "transport");
        Objects.requireNonNull(answer, "answer");
    }

    /**
     * The machine's own words.
     *
     * @param status of SIP
     * @param phrase beside it; hostile as all text from outside
     * @param millis how long it took
     */
    public record Answered(int status, String phrase, long millis) {
        public Answered {
            Objects.requireNonNull(phrase, "phrase");
        }
    }
}
