package ro.clickphone.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * Ports for servers under test, below those that the system gives to clients, so that none is taken in between. Each of
 * the JVMs that run tests beside each other has a range of its own: another's server may be about to open what looks free.
 */
public final class FreePorts {
    private static final int FORKS = 2;
    private static final int SINGLE = 5_000;
    private static final int IN_BLOCKS = 6_000;

    private static final Place PLACE = firstThatIsFree();

    /** Which of the JVMs that run tests this is; from 0. */
    public static final int FORK = PLACE.number();

    private static final int LOWEST = 10_000 + FORK * SINGLE;
    private static final int LOWEST_OF_BLOCKS = 20_000 + FORK * IN_BLOCKS;
    private static final Random RANDOM = new Random();
    private static final Set<Integer> GIVEN = new HashSet<>();

    /** The channel is kept, since one that nobody reaches is closed, and its lock gone. */
    private record Place(int number, FileChannel mark) {}

    private FreePorts() {}

    /** A port that is free on all loopback addresses, for UDP and for TCP. */
    public static synchronized int one() {
        for (int tries = 0; tries < 1000; tries++) {
            int port = RANDOM.nextInt(LOWEST, LOWEST + SINGLE);
            if (isFree(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port is free from " + LOWEST);
    }

    /** The first of some hundred ports for RTP, which look free where it was tried. */
    public static synchronized int block(int length) {
        for (int tries = 0; tries < 1000; tries++) {
            int first = LOWEST_OF_BLOCKS + 2 * RANDOM.nextInt((IN_BLOCKS - length) / 2);
            if (isFree(first) && isFree(first + length / 2) && isFree(first + length)) {
                return first;
            }
        }
        throw new IllegalStateException("no " + length + " ports are free");
    }

    private static boolean isFree(int port) {
        try (ServerSocket tcp = new ServerSocket();
                DatagramSocket udp = new DatagramSocket(null)) {
            InetSocketAddress everywhere = new InetSocketAddress(InetAddress.getByName("0.0.0.0"), port);
            tcp.bind(everywhere);
            udp.bind(everywhere);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Held by a lock on a file until the JVM ends, however it ends. */
    private static Place firstThatIsFree() {
        try {
            Path scratch = Files.createDirectories(Path.of(System.getProperty("pbx.scratch")));
            for (int fork = 0; fork < FORKS; fork++) {
                FileChannel mark = FileChannel.open(
                        scratch.resolve("fork-" + fork + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (mark.tryLock() != null) {
                    return new Place(fork, mark);
                }
                mark.close();
            }
            throw new IllegalStateException(FORKS + " JVMs run tests here already");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
