package ro.clickphone.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** The portal as it looks from another network address: what comes here goes on to it from {@link #ADDRESS} or another address of one's choice. */
public final class Elsewhere implements AutoCloseable {
    /** From where the portal sees these people come. */
    public static final String ADDRESS = "127.0.0.77";

    private final ServerSocket door;
    private final URI portal;
    private final String address;

    public Elsewhere(URI portal) {
        this(portal, ADDRESS);
    }

    public Elsewhere(URI portal, String address) {
        this.portal = portal;
        this.address = address;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::admit);
    }

    /** The portal's address for those people. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort() + "/");
    }

    @Override
    public void close() {
        quietly(door);
    }

    private void admit() {
        try {
            while (!door.isClosed()) {
                Socket in = door.accept();
                Socket out = new Socket();
                out.bind(new InetSocketAddress(address, 0));
                out.connect(new InetSocketAddress(portal.getHost(), portal.getPort()));
                daemon(() -> copy(in, out));
                daemon(() -> copy(out, in));
            }
        } catch (IOException e) {
            quietly(door); // the test is over
        }
    }

    private static void copy(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            quietly(from); // one of both hung up
        } finally {
            quietly(to);
        }
    }

    private static void quietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "elsewhere");
        thread.setDaemon(true);
        thread.start();
    }
}
