package ro.clickphone.engine.rtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One thread that receives, sends and plays for the calls that are pinned to it. It has its own selector and buffers,
 * shares no lock, and ticks every 20 ms while somebody wants to be ticked.
 */
public final class MediaLoop implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(MediaLoop.class.getName());
    /** Ethernet's largest packet; longer datagrams are cut and then fail to parse. */
    private static final int LONGEST_DATAGRAM = 1500;

    public static final long TICK_NANOS = 20_000_000L;
    private static final long SECOND_NANOS = 1_000_000_000L;
    /** So long after a task the loop looks for more by itself: it need not be woken for each of many. */
    private static final long ATTENTIVE_NANOS = 5_000_000L;

    /** After a pause of the machine missed ticks are not made up for beyond this. */
    private static final int MOST_TICKS_LATE = 10;

    private final Selector selector;
    private final Thread thread;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    /** It will look for tasks within a few milliseconds, whoever does or does not wake it. */
    private volatile boolean attentive;

    private long attentiveUntil;
    private final ByteBuffer in = ByteBuffer.allocateDirect(LONGEST_DATAGRAM);
    private final ByteBuffer out = ByteBuffer.allocateDirect(LONGEST_DATAGRAM);
    private final RtpPacket packet = new RtpPacket();
    private final List<Ticked> everyTick = new ArrayList<>();
    private final List<Ticked> everySecond = new ArrayList<>();
    private final RestedSockets rested = new RestedSockets();

    private long turns;
    private long nextTick;
    private long nextSecond;
    private long now;
    private volatile boolean closed;

    /** Wants to be called in time; on the loop's thread. */
    public interface Ticked {
        void tick(long nanos);
    }

    /** A socket's reader, the attachment of its key. */
    interface Reader {
        void readable(DatagramChannel channel, ByteBuffer buffer, long nanos) throws IOException;
    }

    public MediaLoop(String name) {
        try {
            selector = Selector.open();
        } catch (IOException noSelector) {
            throw new UncheckedIOException(noSelector);
        }
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.setPriority(Thread.MAX_PRIORITY);
        now = System.nanoTime();
        nextSecond = now + SECOND_NANOS;
        everySecond.add(rested);
        thread.start();
    }

    RestedSockets rested() {
        return rested;
    }

    /** Pairs of ports that are open here and may serve the next leg. */
    public int restedPorts() {
        return rested.size();
    }

    public boolean isCurrent() {
        return Thread.currentThread() == thread;
    }

    /** Runs a task on the loop's thread within some milliseconds, in the order of the calls. */
    public void post(Runnable task) {
        tasks.add(task);
        if (!attentive && !isCurrent()) {
            WakeUps.wake(this);
        }
    }

    /** What was posted is to be done now. */
    void wake() {
        if (woken.compareAndSet(false, true)) {
            selector.wakeup();
        }
    }

    /** How often it has looked for packets, tasks and ticks. On the loop's thread. */
    long turns() {
        return turns;
    }

    /** Nanoseconds of {@link System#nanoTime} at the beginning of this turn. On the loop's thread. */
    public long now() {
        return now;
    }

    /** For what is made here and sent at once. On the loop's thread. */
    public ByteBuffer out() {
        out.clear();
        return out;
    }

    /** The loop's view of the packet in hand. On the loop's thread. */
    public RtpPacket packet() {
        return packet;
    }

    public void everyTick(Ticked ticked) {
        if (everyTick.isEmpty()) {
            nextTick = System.nanoTime() + TICK_NANOS;
        }
        everyTick.add(ticked);
    }

    public void noTick(Ticked ticked) {
        everyTick.remove(ticked);
    }

    public void everySecond(Ticked ticked) {
        everySecond.add(ticked);
    }

    public void noSecond(Ticked ticked) {
        everySecond.remove(ticked);
    }

    SelectionKey register(DatagramChannel channel, Reader reader) throws ClosedChannelException {
        return channel.register(selector, SelectionKey.OP_READ, reader);
    }

    /** Takes cancelled keys out of the selector, so that their channels may come back. */
    void forgetCancelled() throws IOException {
        selector.selectNow();
    }

    private void run() {
        while (!closed) {
            try {
                turn();
            } catch (IOException | RuntimeException fault) {
                LOG.log(Level.SEVERE, "A turn of the media loop failed", fault);
            }
        }
        runTasks();
        closeAll();
    }

    private void closeAll() {
        try {
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException broken) {
            LOG.log(Level.FINE, "Not everything did close", broken);
        }
    }

    private void turn() throws IOException {
        long patience = patience();
        if (patience <= 0) {
            selector.selectNow(this::ready);
        } else {
            // up to a millisecond late, which jitter buffers do not mind: to be early is to turn without end until it
            // is time
            selector.select(this::ready, (patience + 999_999L) / 1_000_000L);
        }
        turns++;
        woken.set(false);
        now = System.nanoTime();
        runTasks();
        ticks();
    }

    /** How long it may wait for packets. Tasks that came before it stopped being attentive are seen here. */
    private long patience() {
        long instant = System.nanoTime();
        long due = everyTick.isEmpty() ? nextSecond - instant : nextTick - instant;
        attentive = instant < attentiveUntil;
        if (attentive) {
            return Math.min(due, attentiveUntil - instant);
        }
        return tasks.isEmpty() ? due : 0;
    }

    private void ready(SelectionKey key) {
        now = System.nanoTime();
        if (key.attachment() instanceof Reader reader && key.channel() instanceof DatagramChannel channel) {
            try {
                in.clear();
                reader.readable(channel, in, now);
            } catch (IOException unreachable) {
                // an ICMP error of an earlier packet; the far end may come back
                LOG.log(Level.FINEST, "Not received", unreachable);
            } catch (RuntimeException fault) {
                LOG.log(Level.WARNING, "A packet could not be handled", fault);
            }
        }
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            attentiveUntil = now + ATTENTIVE_NANOS;
            try {
                task.run();
            } catch (RuntimeException fault) {
                LOG.log(Level.SEVERE, "A media task failed", fault);
            }
        }
    }

    private void ticks() {
        for (int i = 0; i < MOST_TICKS_LATE && !everyTick.isEmpty() && now >= nextTick; i++) {
            nextTick += TICK_NANOS;
            tickAll(everyTick);
        }
        if (now - nextTick > MOST_TICKS_LATE * TICK_NANOS) {
            nextTick = now + TICK_NANOS;
        }
        if (now >= nextSecond) {
            nextSecond = now + SECOND_NANOS;
            tickAll(everySecond);
        }
    }

    /** From the end, so that one may take itself out. */
    private void tickAll(List<Ticked> all) {
        for (int i = all.size() - 1; i >= 0; i--) {
            if (i < all.size()) {
                try {
                    all.get(i).tick(now);
                } catch (RuntimeException fault) {
                    LOG.log(Level.WARNING, "A leg's tick failed", fault);
                }
            }
        }
    }

    /** Where a leg's packets go; shared by those that only need to send. */
    static void send(DatagramChannel channel, ByteBuffer datagram, InetSocketAddress to) {
        try {
            channel.send(datagram, to);
        } catch (IOException unreachable) {
            LOG.log(Level.FINEST, "Not sent", unreachable);
        }
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join(2000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
