package ro.clickphone.launch;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Tells before the start, in words, what would fail in the middle of it. */
final class Ports {
    private Ports() {}

    static void tcpFree(String what, String address, int port, String setting) throws CannotStart {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (IOException e) {
            throw taken(what + " TCP", address, port, setting, e);
        }
    }

    static void udpFree(String what, String address, int port, String setting) throws CannotStart {
        try (DatagramSocket socket = new DatagramSocket(null)) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (IOException e) {
            throw taken(what + " UDP", address, port, setting, e);
        }
    }

    private static CannotStart taken(String what, String address, int port, String setting, IOException e) {
        boolean inUse =
                e instanceof BindException && String.valueOf(e.getMessage()).contains("in use");
        String why = inUse ? "is taken by another program" : "cannot be opened (" + e.getMessage() + ")";
        return new CannotStart("The " + what + " port " + port + " on " + address + " " + why + "; choose another with "
                + setting + ".");
    }
}
