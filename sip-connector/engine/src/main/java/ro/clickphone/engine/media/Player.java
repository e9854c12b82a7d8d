package ro.clickphone.engine.media;

import java.util.List;
import ro.clickphone.engine.audio.Clip;

/** Gives out clips frame by frame: once, one after another, or one without end. On the loop's thread. */
final class Player {
    private static final Player IDLE = new Player(List.of(), Times.ONCE);

    private final List<Clip> clips;
    private final Times times;
    private int current;
    /** In eighths of a millisecond, so that it holds at both rates. */
    private int position;

    enum Times {
        ONCE,
        ENDLESSLY
    }

    private Player(List<Clip> clips, Times times) {
        this.clips = clips;
        this.times = times;
    }

    static Player of(List<Clip> clips, Times times) {
        List<Clip> audible =
                clips.stream().filter(clip -> clip.samples(8000).length > 0).toList();
        return new Player(audible, audible.isEmpty() ? Times.ONCE : times);
    }

    static Player idle() {
        return IDLE;
    }

    boolean isOver() {
        return current >= clips.size();
    }

    /** Fills a frame of 20 ms, at the end of the last clip with silence. */
    void next(short[] frame, int rate) {
        int scale = rate / 8000;
        int length = frame.length;
        int done = 0;
        while (done < length && !isOver()) {
            short[] samples = clips.get(current).samples(rate);
            int from = Math.min(position * scale, samples.length);
            int count = Math.min(length - done, samples.length - from);
            System.arraycopy(samples, from, frame, done, count);
            done += count;
            position += count / scale;
            if (position >= clips.get(current).samples(8000).length) {
                nextClip();
            }
        }
        for (int i = done; i < length; i++) {
            frame[i] = 0;
        }
    }

    private void nextClip() {
        position = 0;
        current++;
        if (isOver() && times == Times.ENDLESSLY) {
            current = 0;
        }
    }
}
