package org.coalition.gateway.endpoint;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** The names as this machine knows them. */
@Singleton
@DefaultBean
class SystemNames implements Names {
    @Override
    public List<InetAddress> addresses(String name) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(name));
    }
}
