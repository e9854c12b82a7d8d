package ro.clickphone.engine.media;

import ro.clickphone.engine.sdp.Codec;

/**
 * The mean opinion score of what comes from a far end, by the E-model (ITU-T G.107 reduced to delay and loss, with the
 * values of G.113 appendix I). For wide codecs it is an estimate on the narrow scale.
 */
final class CallQuality {
    /** Two seconds: less is too little to judge. */
    private static final long LEAST_PACKETS = 100;

    private static final double LOSS_CONCEALED = 25.1;
    private static final double PACKET_MILLIS = 20;
    private static final double BUFFER_MILLIS = 40;

    private CallQuality() {}

    /** @return hundredths, from 100 to 450; 0 when there was too little to judge */
    static int mosHundredths(Codec codec, long received, long lost, long jitterMicros, long roundTripMicros) {
        if (received < LEAST_PACKETS) {
            return 0;
        }
        double delay = PACKET_MILLIS + BUFFER_MILLIS + 2 * jitterMicros / 1000.0 + roundTripMicros / 2000.0;
        double delayImpairment = 0.024 * delay + (delay > 177.3 ? 0.11 * (delay - 177.3) : 0);
        double lossPercent = 100.0 * lost / (received + lost);
        double equipment = equipmentImpairment(codec);
        double lossImpairment = equipment + (95 - equipment) * lossPercent / (lossPercent + LOSS_CONCEALED);
        double rating = 93.2 - delayImpairment - lossImpairment;
        return (int) Math.round(100 * mos(rating));
    }

    private static double equipmentImpairment(Codec codec) {
        return switch (codec) {
            case G729 -> 11;
            case GSM -> 20;
            case ILBC -> 11;
            case G723 -> 15;
            default -> 0;
        };
    }

    private static double mos(double rating) {
        if (rating <= 0) {
            return 1;
        }
        double mos = 1 + 0.035 * rating + rating * (rating - 60) * (100 - rating) * 7e-6;
        return Math.max(1, Math.min(4.5, mos));
    }
}
