package org.coalition.gateway.edge;

import java.util.Map;

/** Some pages of the gateway, by their exact paths. */
public interface Pages {
    Map<String, Page> pages();
}
