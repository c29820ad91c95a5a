package org.coalition.gateway.route;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

/** One service as seen from one event loop, which has connections of its own, so that no request changes threads. */
record Upstream(String name, HttpClient client, HttpClient freight, String host, int port, Breaker breaker) {

    /** A request whose body may take its time has connections of its own, so that it never stands in the way of others. */
    Future<HttpClientRequest> request(HttpMethod method, String uri, boolean large) {
        return (large ? freight : client)
                .request(new RequestOptions()
                        .setHost(host)
                        .setPort(port)
                        .setMethod(method)
                        .setURI(uri));
    }
}
