package org.coalition.local.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The clients of the product as {@code coalition-realm.json} defines them, in the format that Keycloak imports. Only what our own
 * tokens need is read: secrets, realm roles of the service accounts, the mappers of party and audience.
 */
public record Realm(String name, Duration tokenLife, Map<String, Client> clients) {
    /**
     * One caller of the API.
     *
     * @param party the state or organisation it speaks for; empty for who speaks for none
     */
    public record Client(String id, String secret, Optional<String> party, List<String> roles, List<String> audience) {}

    public static Realm read() {
        try (InputStream file = Realm.class.getResourceAsStream("/coalition-realm.json")) {
            return of(new ObjectMapper().readTree(file));
        } catch (IOException e) {
            throw new IllegalStateException("coalition-realm.json cannot be read", e);
        }
    }

    static Realm of(JsonNode realm) {
        Map<String, List<String>> roles = new LinkedHashMap<>();
        realm.path("users")
                .forEach(user ->
                        roles.put(user.path("serviceAccountClientId").asText(), texts(user.path("realmRoles"))));
        Map<String, Client> clients = new LinkedHashMap<>();
        for (JsonNode client : realm.path("clients")) {
            String id = client.required("clientId").asText();
            clients.put(
                    id,
                    new Client(
                            id,
                            client.required("secret").asText(),
                            mapped(realm, client, "oidc-hardcoded-claim-mapper", "claim.value")
                                    .findFirst(),
                            roles.getOrDefault(id, List.of()),
                            mapped(realm, client, "oidc-audience-mapper", "included.custom.audience")
                                    .toList()));
        }
        return new Realm(
                realm.required("realm").asText(),
                Duration.ofSeconds(realm.required("accessTokenLifespan").asLong()),
                clients);
    }

    /** The settings of all mappers of one kind that apply to a client: its own and those of its default scopes. */
    private static Stream<String> mapped(JsonNode realm, JsonNode client, String kind, String setting) {
        List<String> scopes = texts(client.path("defaultClientScopes"));
        Stream<JsonNode> holders = Stream.concat(
                Stream.of(client),
                elements(realm.path("clientScopes"))
                        .filter(scope -> scopes.contains(scope.path("name").asText())));
        return holders.flatMap(holder -> elements(holder.path("protocolMappers")))
                .filter(mapper -> kind.equals(mapper.path("protocolMapper").asText()))
                .map(mapper -> mapper.path("config").required(setting).asText());
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static List<String> texts(JsonNode array) {
        return elements(array).map(JsonNode::asText).toList();
    }
}
