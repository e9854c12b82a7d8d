package ro.clickphone.engine.media;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import ro.clickphone.engine.dtls.DtlsHandshake;
import ro.clickphone.engine.rtp.SrtpKeys;

/** The handshake on one port of a leg; one at a time. On the loop's thread, except where said. */
final class PortHandshake {
    private static final int TAG_BYTES = 10;

    private final Executor threads;
    private final Executor home;
    private final BiConsumer<SrtpKeys, SrtpKeys> keyed;
    private Optional<DtlsHandshake> running = Optional.empty();

    /**
     * @param home runs a task on the loop where the leg is then
     * @param keyed takes our keys and theirs, on the loop's thread
     */
    PortHandshake(Executor threads, Executor home, BiConsumer<SrtpKeys, SrtpKeys> keyed) {
        this.threads = threads;
        this.home = home;
        this.keyed = keyed;
    }

    boolean isIdle() {
        return running.filter(one -> !one.isOver()).isEmpty();
    }

    /** @param of makes it, for one who is told when there are keys */
    void begin(Function<BiConsumer<DtlsHandshake, DtlsHandshake.Keys>, DtlsHandshake> of) {
        DtlsHandshake begun = of.apply(this::keysCome);
        try {
            threads.execute(begun);
            running = Optional.of(begun);
        } catch (RejectedExecutionException tooMany) {
            // the far end says it again
            running = Optional.empty();
        }
    }

    void take(ByteBuffer datagram) {
        running.ifPresent(one -> one.take(datagram));
    }

    /** On the handshake's thread; keys of a handshake that was given up meanwhile are of no use. */
    private void keysCome(DtlsHandshake from, DtlsHandshake.Keys keys) {
        home.execute(() -> {
            if (running.filter(from::equals).isPresent()) {
                keyed.accept(SrtpKeys.of(keys.ours(), TAG_BYTES), SrtpKeys.of(keys.theirs(), TAG_BYTES));
            }
        });
    }

    void close() {
        running.ifPresent(DtlsHandshake::close);
        running = Optional.empty();
    }
}
