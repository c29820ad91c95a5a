package org.coalition.local.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coalition.local.identity.Realm.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealmTest {
    private final Realm realm = Realm.read();

    @Test
    void theRealmIsNamedAsTheIssuersPathSays() {
        assertEquals("coalition", realm.name());
        assertEquals(Duration.ofHours(1), realm.tokenLife());
    }

    @ParameterizedTest
    @CsvSource({
        "gb-chair,                GB, reader contributor chair",
        "fr-contributor,          FR, reader contributor",
        "de-contributor,          DE, reader contributor",
        "ua-contributor,          UA, reader contributor",
        "us-contributor,          US, reader contributor",
        "eu-reader,               EU, reader",
        "de-overseer-military,    DE, reader overseer-military",
        "fr-overseer-diplomatic,  FR, reader overseer-diplomatic",
        "eu-auditor,              EU, reader auditor",
        "admin,                     , reader admin",
    })
    void eachClientHasItsPartyItsRolesAndItsNameAsSecret(String id, String party, String roles) {
        assertEquals(
                new Client(id, id, Optional.ofNullable(party), List.of(roles.split(" ", -1)), List.of("coalition")),
                realm.clients().get(id));
    }

    /** Keycloak makes an id of its own for the subject of a token where the file gives none; the audit trail would tell of nobody's id. */
    @Test
    void theSubjectOfATokenIsItsClientWhoeverIssuesIt() throws IOException {
        Map<String, String> subjects = new HashMap<>();
        try (InputStream file = RealmTest.class.getResourceAsStream("/coalition-realm.json")) {
            new ObjectMapper()
                    .readTree(file)
                    .path("users")
                    .forEach(user -> subjects.put(
                            user.path("serviceAccountClientId").asText(),
                            user.path("id").asText()));
        }
        assertEquals(realm.clients().keySet(), subjects.keySet());
        subjects.forEach((client, subject) -> assertEquals(client, subject));
    }

    @Test
    void thereAreNoOtherClients() {
        assertEquals(
                Set.of(
                        "gb-chair",
                        "fr-contributor",
                        "de-contributor",
                        "ua-contributor",
                        "us-contributor",
                        "eu-reader",
                        "de-overseer-military",
                        "fr-overseer-diplomatic",
                        "eu-auditor",
                        "admin"),
                realm.clients().keySet());
    }
}
