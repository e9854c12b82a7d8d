package ro.clickphone.engine.api;

import java.io.Serializable;
import java.util.Objects;

/**
 * A leg's audio in figures, as we saw it.
 *
 * @param codec name as in SDP, {@code PCMA}; empty when no media was agreed
 * @param received RTP packets from the device
 * @param sent RTP packets to the device
 * @param lost packets missing in the sequence from the device
 * @param jitterMicros interarrival jitter of RFC 3550 6.4.1 in microseconds
 * @param mosHundredths mean opinion score by the E-model (G.107), from 100 to 450; 0 when there was too little to judge
 */
public record MediaReport(String codec, long received, long sent, long lost, long jitterMicros, int mosHundredths)
        implements Serializable {
    public static final MediaReport NONE = new MediaReport("", 0, 0, 0, 0, 0);

    public MediaReport {
        Objects.requireNonNull(codec, "codec");
    }
}
