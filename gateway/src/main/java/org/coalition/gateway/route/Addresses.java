package org.coalition.gateway.route;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The services by the names that the contract gives them: those of the configuration, and the one within this process. */
@Singleton
public class Addresses {
    private final RelayConfig config;
    private final Inside inside;

    Addresses(RelayConfig config, Inside inside) {
        this.config = config;
        this.inside = inside;
    }

    public Set<String> names() {
        Set<String> names = new TreeSet<>(config.services().keySet());
        names.add(Inside.NAME);
        return names;
    }

    /** Where each of them listens; known once the application has started. */
    Map<String, URI> all() {
        Map<String, URI> all = new HashMap<>(config.services());
        all.put(Inside.NAME, inside.address());
        return all;
    }
}
