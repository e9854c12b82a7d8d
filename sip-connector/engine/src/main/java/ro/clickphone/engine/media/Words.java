package ro.clickphone.engine.media;

import java.util.List;
import ro.clickphone.engine.audio.Clip;

/**
 * Something that is said over what a leg hears.
 *
 * @param matter whether they must be heard: then they wait for an ear, and nothing takes their place
 * @param then when they were heard to their end
 */
record Words(Player sound, boolean matter, Runnable then) {
    static final Words NONE = new Words(Player.idle(), false, () -> {});

    /** What cannot be heard is never over: who waits for its end waits for ever. */
    static Words of(List<Clip> clips, Runnable then) {
        Player sound = Player.of(clips, Player.Times.ONCE);
        return sound.isOver() ? NONE : new Words(sound, true, then);
    }

    /** The next one may take its place. */
    static Words tone(Clip clip) {
        return new Words(Player.of(List.of(clip), Player.Times.ONCE), false, () -> {});
    }

    boolean areOver() {
        return sound.isOver();
    }
}
