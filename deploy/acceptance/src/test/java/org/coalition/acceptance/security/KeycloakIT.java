package org.coalition.acceptance.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.coalition.acceptance.client.PartnerProgram;
import org.coalition.acceptance.running.Acceptance;
import org.coalition.acceptance.running.AsInACluster;
import org.coalition.acceptance.running.RunningSet;
import org.coalition.acceptance.story.AccessMatrix;
import org.coalition.local.api.Partner;
import org.coalition.local.identity.Realm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keycloak with the realm file of the small identity server: its tokens say the same, and open the same doors. */
@Tag("soak")
@ExtendWith(Acceptance.class)
class KeycloakIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningSet set;

    KeycloakIT(@AsInACluster RunningSet set) {
        this.set = set;
    }

    @Test
    void aTokenOfEachClientSaysWhatTheRealmFileSays() {
        for (Realm.Client client : Realm.read().clients().values()) {
            String token = set.bearer(client.id());
            JsonNode claims = part(token, 1);
            assertEquals("RS256", part(token, 0).path("alg").asText());
            assertEquals("JWT", part(token, 0).path("typ").asText());
            assertEquals(set.stack().issuer(), claims.path("iss").asText());
            assertEquals(client.audience(), texts(claims.path("aud")), claims::toString);
            assertEquals(client.id(), claims.path("sub").asText());
            assertEquals(client.id(), claims.path("azp").asText());
            assertEquals(client.id(), claims.path("client_id").asText());
            assertEquals(client.party().orElse(""), claims.path("party").asText());
            assertEquals(new TreeSet<>(client.roles()), new TreeSet<>(texts(claims.path("roles"))), claims::toString);
            assertEquals(
                    Realm.read().tokenLife().toSeconds(),
                    claims.path("exp").asLong() - claims.path("iat").asLong());
        }
    }

    @Test
    void everyOperationIsOpenToItsRolesAndToNobodyElse() {
        assertEquals(List.of(), AccessMatrix.faults(set));
    }

    @Test
    void theProgramOfTheReadmePledges() {
        assertTrue(PartnerProgram.sh(set, "curl/first-pledge.sh").contains("PLEDGE"));
    }

    /** The browser asks Keycloak first, and shows the answer to a page of the gateway only if Keycloak says that it may. */
    @Test
    void swaggerUiMayAskForTokensFromTheGatewaysAddress() {
        KeycloakAdmin keycloak = new KeycloakAdmin(set.stack());
        assertEquals(
                set.stack().gatewayUrl(),
                keycloak.allowedOrigin("gb-chair", set.stack().gatewayUrl()));
        assertEquals("", keycloak.allowedOrigin("gb-chair", "http://elsewhere.example"));
        assertEquals(
                keycloak.tokenEndpoint(),
                set.anonymous()
                        .get("/openapi?format=json")
                        .body()
                        .findPath("clientCredentials")
                        .path("tokenUrl")
                        .asText());
    }

    @Test
    void aKeyThatIsNewAtKeycloakIsKnownToAllAtOnceAndTheOldOneStaysGood() {
        String before = set.processes().identity().tokens().token("gb-chair");
        new KeycloakAdmin(set.stack()).beginNewKey();
        String after = set.processes().identity().tokens().token("gb-chair");
        assertNotEquals(part(before, 0).path("kid"), part(after, 0).path("kid"));
        Set<Integer> answers = new HashSet<>();
        for (String token : List.of(after, before, after)) {
            for (int port : List.of(
                    set.processes().gateway().port(),
                    set.processes().meetings().port(),
                    set.processes().initiatives().port())) {
                String path = port == set.processes().initiatives().port() ? "/v1/initiatives" : "/v1/meetings";
                answers.add(
                        Partner.of("http://localhost:" + port, token).get(path).status());
            }
        }
        assertEquals(Set.of(200), answers);
    }

    private static JsonNode part(String token, int index) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]));
        } catch (IOException e) {
            throw new AssertionError("The token is none", e);
        }
    }

    private static List<String> texts(JsonNode oneOrMore) {
        return oneOrMore.isArray()
                ? StreamSupport.stream(oneOrMore.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(oneOrMore.asText());
    }
}
