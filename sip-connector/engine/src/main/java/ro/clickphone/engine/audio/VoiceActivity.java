package ro.clickphone.engine.audio;

/** Tells speech from silence by a frame's loudness against the noise of the line, which it follows. */
public final class VoiceActivity {
    /** About -46 dB of full scale: quieter than this is no speech. */
    private static final double LEAST = 160;

    private static final double LOUDEST_NOISE = 1000;
    private static final double RISE = 1.01;
    /** 6 dB. */
    private static final double ABOVE = 2;

    private double floor = LEAST / ABOVE;

    public boolean isSpeech(short[] frame, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += (double) frame[i] * frame[i];
        }
        double loudness = Math.sqrt(sum / Math.max(1, length));
        floor = loudness < floor ? loudness : Math.min(LOUDEST_NOISE, floor * RISE + 0.01);
        return loudness > Math.max(LEAST, floor * ABOVE);
    }
}
