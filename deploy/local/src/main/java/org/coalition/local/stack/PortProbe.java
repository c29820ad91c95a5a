package org.coalition.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A cheap first look, before a client library spends its timeouts and log lines on a server that is not there yet. */
final class PortProbe {
    private static final int PATIENCE_MILLIS = 500;

    private PortProbe() {}

    static boolean isClosed(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            return false;
        } catch (IOException closed) {
            return true;
        }
    }
}
