package ro.clickphone.system;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Ports for servers under test, below those that the system gives to clients, so that none is taken in between. */
public final class FreePorts {
    private static final int LOWEST = 10_000;
    private static final int HIGHEST = 19_999;
    private static final Random RANDOM = new Random();
    private static final Set<Integer> GIVEN = new HashSet<>();

    private FreePorts() {}

    /** A port that is free on all loopback addresses, for UDP and for TCP. */
    public static synchronized int one() {
        for (int tries = 0; tries < 1000; tries++) {
            int port = RANDOM.nextInt(LOWEST, HIGHEST);
            if (isFree(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port is free from " + LOWEST + " to " + HIGHEST);
    }

    /** The first of some hundred ports for RTP, which look free where it was tried. */
    public static synchronized int block(int length) {
        for (int tries = 0; tries < 1000; tries++) {
            int first = 20_000 + 2 * RANDOM.nextInt(2500);
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
}
