package ro.clickphone.engine.media;

/** Judges sound by the tone in it. */
final class ToneShare {
    private static final double AUDIBLE = 50;

    private ToneShare() {}

    /** How much of the energy of the last samples lies at a frequency, from 0 to 1; 0 when it was silent. */
    static double of(short[] samples, int length, double hertz, int rate) {
        double cos = 0;
        double sin = 0;
        double energy = 0;
        for (int i = 0; i < length; i++) {
            double angle = 2 * Math.PI * hertz * i / rate;
            cos += samples[i] * Math.cos(angle);
            sin += samples[i] * Math.sin(angle);
            energy += (double) samples[i] * samples[i];
        }
        return energy < AUDIBLE * AUDIBLE * length ? 0 : 2 * (cos * cos + sin * sin) / length / energy;
    }
}
