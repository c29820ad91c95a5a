package org.coalition.gateway.endpoint;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Where names lead; may take its time. */
public interface Names {
    /** All addresses of this name, at least one. */
    List<InetAddress> addresses(String name) throws UnknownHostException;
}
