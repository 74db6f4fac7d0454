package io.echeance.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;

/** Ports of the loopback interface. */
final class Ports {
    /** In the settings: any free port. */
    static final int ANY = 0;

    static final String LOOPBACK = "127.0.0.1";

    private static final int CONNECT_MILLIS = 1000;

    private Ports() {}

    /** {@code wanted} itself, proven free, or a free one if any will do. */
    static int claim(int wanted, String whose) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(wanted != ANY);
            socket.bind(new InetSocketAddress(loopback(), wanted));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CannotStart(taken(wanted, whose), e);
        }
    }

    /** Whether somebody listens there. */
    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(loopback(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static InetAddress loopback() throws UnknownHostException {
        return InetAddress.getByAddress(LOOPBACK, new byte[] {127, 0, 0, 1});
    }

    static String taken(int port, String whose) {
        return "Port %d for the %s is taken on %s: end the program that holds it, or choose another port."
                .formatted(port, whose, LOOPBACK);
    }
}
