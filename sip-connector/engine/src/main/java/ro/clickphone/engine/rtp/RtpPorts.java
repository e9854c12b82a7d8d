package ro.clickphone.engine.rtp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

/**
 * The even ports of the range; each stands for itself and the next one. First in, first out, so that a port rests as
 * long as possible: late packets of an old call must not be heard in a new one. Shuffled once, so that the next port
 * cannot be guessed from outside.
 */
public final class RtpPorts {
    private final ArrayDeque<Integer> free;
    private final int size;

    public RtpPorts(int first, int last, Random random) {
        List<Integer> even = new ArrayList<>();
        for (int port = first + first % 2; port < last; port += 2) {
            even.add(port);
        }
        Collections.shuffle(even, random);
        free = new ArrayDeque<>(even);
        size = even.size();
    }

    public synchronized OptionalInt take() {
        Integer port = free.poll();
        return port == null ? OptionalInt.empty() : OptionalInt.of(port);
    }

    /** Its time of rest is over. */
    public synchronized void giveBack(int port) {
        free.add(port);
    }

    public synchronized int free() {
        return free.size();
    }

    public int size() {
        return size;
    }
}
