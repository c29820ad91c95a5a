package org.coalition.gateway.route;

import io.vertx.core.http.HttpMethod;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One path of the contract.
 *
 * @param template as in the contract, for instance {@code /v1/meetings/{id}}
 * @param service the name of the service that answers it, or {@value #OWN}
 * @param methods those of the contract, HEAD wherever there is GET, and OPTIONS
 * @param allow the same as the value of the Allow header
 */
record Route(String template, String service, Set<HttpMethod> methods, String allow) {
    static final String OWN = "gateway";

    static Route of(String template, String service, Set<HttpMethod> methods) {
        String allow = methods.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
        return new Route(template, service, Set.copyOf(methods), allow);
    }

    /** Whether the gateway answers it itself, out of what the services tell. */
    boolean isOwn() {
        return service.equals(OWN);
    }
}
