package org.coalition.gateway.neighbours;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/**
 * Finds ports for the gateway's neighbours. The neighbours themselves are started by the first test, so the gateway
 * always starts here with everything around it down.
 */
public final class Ports implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        String issuer = "http://localhost:" + free() + "/realms/coalition";
        return Map.of(
                "coalition.issuer", issuer,
                "coalition.meetings-url", "http://localhost:" + free(),
                // Nobody will ever listen here.
                "coalition.initiatives-url", "http://localhost:" + free());
    }

    @Override
    public void stop() {}

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
