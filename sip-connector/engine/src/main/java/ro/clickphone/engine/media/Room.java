package ro.clickphone.engine.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import ro.clickphone.engine.audio.VoiceActivity;
import ro.clickphone.engine.rtp.MediaLoop;

/**
 * A conference: everybody hears the sum of all others and not himself (mix-minus). It lives on one loop, and ticks there
 * while somebody sits in it.
 */
final class Room implements MediaLoop.Ticked {
    private static final int RATE = 16_000;
    private static final int FRAME = RATE / 50;
    /** Between two words one still speaks. */
    private static final long PAUSE_NANOS = 300_000_000L;

    private final MediaLoop loop;
    private final List<Seat> seats = new ArrayList<>();
    private final int[] sum = new int[FRAME];
    private final short[] mix = new short[FRAME];

    Room(MediaLoop loop) {
        this.loop = loop;
    }

    MediaLoop loop() {
        return loop;
    }

    /** On the loop's thread, as everything below. */
    Seat seat(Outlet outlet, Media.Heard heard) {
        if (seats.isEmpty()) {
            loop.everyTick(this);
        }
        Seat seat = new Seat(outlet, heard);
        seats.add(seat);
        return seat;
    }

    final class Seat {
        private final Outlet outlet;
        private final Media.Heard heard;
        private final Fit fit = new Fit();
        private final short[] said = new short[FRAME];
        private final VoiceActivity activity = new VoiceActivity();
        /** As of {@link System#nanoTime}; read by any thread. */
        private final AtomicLong lastWord = new AtomicLong(System.nanoTime() - PAUSE_NANOS);

        private boolean spoke;

        private Seat(Outlet outlet, Media.Heard heard) {
            this.outlet = outlet;
            this.heard = heard;
        }

        /** What its participant says in this tick. */
        void say(short[] frame) {
            if (heard == Media.Heard.YES) {
                System.arraycopy(fit.to(RATE, frame), 0, said, 0, FRAME);
                spoke = true;
                if (activity.isSpeech(said, FRAME)) {
                    lastWord.lazySet(System.nanoTime());
                }
            }
        }

        /** Any thread. */
        boolean speaks() {
            return System.nanoTime() - lastWord.get() < PAUSE_NANOS;
        }

        void leave() {
            seats.remove(this);
            if (seats.isEmpty()) {
                loop.noTick(Room.this);
            }
        }
    }

    @Override
    public void tick(long nanos) {
        Arrays.fill(sum, 0);
        for (Seat seat : seats) {
            if (seat.spoke) {
                for (int i = 0; i < FRAME; i++) {
                    sum[i] += seat.said[i];
                }
            }
        }
        for (Seat seat : seats) {
            for (int i = 0; i < FRAME; i++) {
                int others = seat.spoke ? sum[i] - seat.said[i] : sum[i];
                mix[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, others));
            }
            seat.outlet.say(mix, loop);
        }
        seats.forEach(seat -> seat.spoke = false);
    }
}
