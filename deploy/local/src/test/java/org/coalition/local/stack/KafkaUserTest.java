package org.coalition.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclBinding;
import org.junit.jupiter.api.Test;

class KafkaUserTest {
    @Test
    void theManifestsTellEachUserAndItsRules() {
        List<KafkaUser> users = KafkaUser.all();
        assertEquals(
                List.of("meetings-service", "initiatives-service", "gateway", "partner-fr"),
                users.stream().map(KafkaUser::name).toList());
        assertEquals(
                Set.of(
                        "READ TOPIC LITERAL coalition.meetings",
                        "DESCRIBE TOPIC LITERAL coalition.meetings",
                        "READ TOPIC LITERAL coalition.initiatives",
                        "DESCRIBE TOPIC LITERAL coalition.initiatives",
                        "READ GROUP PREFIXED partner-fr."),
                users.get(3).rules().stream().map(KafkaUserTest::told).collect(Collectors.toSet()));
        assertTrue(users.get(0).rules().stream()
                .map(KafkaUserTest::told)
                .toList()
                .contains("WRITE TRANSACTIONAL_ID LITERAL coalition.meetings.relay"));
    }

    private static String told(AclBinding rule) {
        return rule.entry().operation() + " " + rule.pattern().resourceType() + " "
                + rule.pattern().patternType() + " " + rule.pattern().name();
    }
}
