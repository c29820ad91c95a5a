package org.coalition.gateway.neighbours;

import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;

/** The neighbours of the gateway under test, started when first asked for, and known to it when they are had. */
public final class Neighbours {
    private static final Issuer ISSUER = new Issuer(setting("coalition.issuer"));
    private static final Service MEETINGS =
            new Service(URI.create(setting("coalition.meetings-url")).getPort());

    static {
        // Before them it may have found nobody so often that it refuses until a probe is answered.
        MEETINGS.awaitKnown();
    }

    private Neighbours() {}

    public static Issuer issuer() {
        return ISSUER;
    }

    public static Service meetings() {
        return MEETINGS;
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
