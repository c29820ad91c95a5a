package org.coalition.acceptance.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.coalition.local.stack.Keycloak;
import org.coalition.local.stack.Stack;

/** What a person does at Keycloak's own pages. */
final class KeycloakAdmin {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Stack stack;
    private final String server;

    KeycloakAdmin(Stack stack) {
        this.stack = stack;
        this.server = URI.create(stack.issuer()).resolve("/").toString();
    }

    String tokenEndpoint() {
        return json(HttpRequest.newBuilder(URI.create(stack.issuer() + "/.well-known/openid-configuration")))
                .path("token_endpoint")
                .asText();
    }

    /** The origin to whose pages a token of this client is shown; empty if to none. */
    String allowedOrigin(String client, String origin) {
        String credentials =
                Base64.getEncoder().encodeToString((client + ":" + client).getBytes(StandardCharsets.UTF_8));
        return send(form(tokenEndpoint(), "grant_type=client_credentials")
                        .header("Authorization", "Basic " + credentials)
                        .header("Origin", origin))
                .headers()
                .firstValue("Access-Control-Allow-Origin")
                .orElse("");
    }

    /** From now on tokens are signed with another key; the present one stays published. */
    void beginNewKey() {
        String realm = json(asAdmin("admin/realms/coalition")).path("id").asText();
        Map<String, Object> key = Map.of(
                "name", "next",
                "providerType", "org.keycloak.keys.KeyProvider",
                "providerId", "rsa-generated",
                "parentId", realm,
                "config",
                        Map.of("priority", List.of("200"), "algorithm", List.of("RS256"), "keySize", List.of("2048")));
        try {
            HttpResponse<String> made = send(asAdmin("admin/realms/coalition/components")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(key))));
            if (made.statusCode() != 201) {
                throw new AssertionError("Keycloak makes no key: " + made.statusCode() + " " + made.body());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private HttpRequest.Builder asAdmin(String path) {
        String password = URLEncoder.encode(new Keycloak(stack).adminPassword(), StandardCharsets.UTF_8);
        String token = json(form(
                        server + "realms/master/protocol/openid-connect/token",
                        "grant_type=password&client_id=admin-cli&username=admin&password=" + password))
                .path("access_token")
                .asText();
        return HttpRequest.newBuilder(URI.create(server + path)).header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.Builder form(String address, String body) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private JsonNode json(HttpRequest.Builder request) {
        try {
            return JSON.readTree(send(request).body());
        } catch (IOException e) {
            throw new AssertionError("Keycloak answers with no JSON", e);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("Keycloak does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
