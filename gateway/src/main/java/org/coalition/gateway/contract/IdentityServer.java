package org.coalition.gateway.contract;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * The addresses at which tokens are to be had, read from the issuer's discovery document. The issuer may come up after
 * the gateway; until then the contract shows the issuer itself in their place.
 */
@Singleton
class IdentityServer {
    private static final Logger LOG = Logger.getLogger(IdentityServer.class);
    private static final long ASK_AGAIN_MILLIS = 3000;
    private static final int TIMEOUT_MILLIS = 3000;

    private final Vertx vertx;
    private final String issuer;
    private volatile Endpoints endpoints;

    /** Where to obtain tokens. */
    record Endpoints(String token, String authorization) {}

    IdentityServer(Vertx vertx, ContractConfig config) {
        this.vertx = vertx;
        this.issuer = config.issuer();
        this.endpoints = new Endpoints(issuer, issuer);
    }

    Endpoints endpoints() {
        return endpoints;
    }

    void start(@Observes StartupEvent start) {
        ask(vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(TIMEOUT_MILLIS)));
    }

    private void ask(HttpClient client) {
        RequestOptions options = new RequestOptions()
                .setAbsoluteURI(issuer + "/.well-known/openid-configuration")
                .setMethod(HttpMethod.GET)
                .setTimeout(TIMEOUT_MILLIS);
        client.request(options)
                .compose(request -> request.send())
                .compose(response -> response.body())
                .map(body -> read(body.toJsonObject()))
                .onSuccess(found -> {
                    endpoints = found;
                    client.close();
                })
                .onFailure(cause -> {
                    LOG.debugf("The issuer's discovery document is not there yet: %s", cause);
                    vertx.setTimer(ASK_AGAIN_MILLIS, timer -> ask(client));
                });
    }

    private static Endpoints read(JsonObject discovery) {
        String token = discovery.getString("token_endpoint");
        String authorization = discovery.getString("authorization_endpoint");
        if (token == null || authorization == null) {
            throw new DecodeException("A discovery document without endpoints");
        }
        return new Endpoints(token, authorization);
    }
}
