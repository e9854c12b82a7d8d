package ro.clickphone.engine.rtp;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;

/**
 * A loop's pairs of sockets whose rest is over. They stay open, and stay with their loop's selector, for the next leg:
 * to open and close two sockets, and to tell the selector so, cost a tenth of a call. First in, first out; what nobody
 * wanted for a minute is closed.
 */
final class RestedSockets implements MediaLoop.Ticked {
    private static final int MOST = 512;
    private static final long KEPT_NANOS = 60_000_000_000L;

    private final ArrayDeque<Rested> waiting = new ArrayDeque<>();

    /** One that waits, on its loop all the while. */
    interface Rested {
        /** Nobody has sent to it for some seconds. Any thread may ask. */
        boolean isQuiet(long nanos);

        RtpSocket socket();

        long since();
    }

    /** @return false when there are enough */
    synchronized boolean keep(Rested rested) {
        return waiting.size() < MOST && waiting.add(rested);
    }

    /** The one that has waited longest and is quiet. By any thread. */
    synchronized Optional<RtpSocket> take(long nanos) {
        Iterator<Rested> oldest = waiting.iterator();
        while (oldest.hasNext()) {
            Rested rested = oldest.next();
            if (rested.isQuiet(nanos)) {
                oldest.remove();
                return Optional.of(rested.socket());
            }
        }
        return Optional.empty();
    }

    synchronized int size() {
        return waiting.size();
    }

    /** On the loop's thread. */
    @Override
    public void tick(long nanos) {
        for (Optional<Rested> old = unwanted(nanos); old.isPresent(); old = unwanted(nanos)) {
            old.get().socket().close();
        }
    }

    private synchronized Optional<Rested> unwanted(long nanos) {
        Rested oldest = waiting.peek();
        return oldest != null && nanos - oldest.since() >= KEPT_NANOS
                ? Optional.of(waiting.remove())
                : Optional.empty();
    }
}
