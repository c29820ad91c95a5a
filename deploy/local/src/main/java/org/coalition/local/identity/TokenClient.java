package org.coalition.local.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.coalition.local.process.StackFailure;

/** Obtains tokens as any partner would: discovery, then the client credentials grant. Works with any OpenID Connect server. */
public final class TokenClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final String issuer;

    public TokenClient(String issuer) {
        this.issuer = issuer;
    }

    /** A token of a local client, whose secret is its name. */
    public String token(String client) {
        return token(client, client);
    }

    public String token(String client, String secret) {
        String credentials = Base64.getEncoder()
                .encodeToString((form(client) + ":" + form(secret)).getBytes(StandardCharsets.UTF_8));
        JsonNode answer = send(HttpRequest.newBuilder(tokenEndpoint())
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
        if (!answer.hasNonNull("access_token")) {
            throw new StackFailure("no token for " + client + ": "
                    + answer.path("error_description")
                            .asText(answer.path("error").asText("refused")));
        }
        return answer.get("access_token").asText();
    }

    /** Whether the server answers its discovery document under this issuer's name. */
    public boolean isReady() {
        try {
            return issuer.equals(discovery().path("issuer").asText());
        } catch (StackFailure notYet) {
            return false;
        }
    }

    private URI tokenEndpoint() {
        return URI.create(discovery().required("token_endpoint").asText());
    }

    private JsonNode discovery() {
        return send(HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration")));
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            return JSON.readTree(
                    http.send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (IOException e) {
            throw new StackFailure("identity does not answer at " + issuer + ": is the stack up?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted while talking to " + issuer, e);
        }
    }

    private static String form(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
