package org.coalition.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import io.strimzi.api.kafka.model.user.acl.AclOperation;
import io.strimzi.api.kafka.model.user.acl.AclRule;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTransactionalIdResource;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.coalition.local.stack.KafkaBroker;
import org.junit.jupiter.api.Test;

/** Who reaches what: only the gateway is reachable, only a service reaches its database, only it writes its topics. */
class SecurityTest {
    private static final Map<String, String> OWNERS =
            Map.of("meetings", "meetings-service", "initiatives", "initiatives-service", "webhooks", "gateway");

    private final Manifests manifests = Manifests.of("overlays/ha");

    @Test
    void podsRunAsNobodyWithNothing() {
        for (Deployment deployment : manifests.all(Deployment.class)) {
            PodSpec pod = deployment.getSpec().getTemplate().getSpec();
            Container app = pod.getContainers().get(0);
            assertEquals(true, pod.getSecurityContext().getRunAsNonRoot());
            assertEquals(false, pod.getAutomountServiceAccountToken());
            assertEquals(
                    "RuntimeDefault",
                    pod.getSecurityContext().getSeccompProfile().getType());
            assertEquals(false, app.getSecurityContext().getAllowPrivilegeEscalation());
            assertEquals(true, app.getSecurityContext().getReadOnlyRootFilesystem());
            assertEquals(
                    List.of("ALL"), app.getSecurityContext().getCapabilities().getDrop());
            assertTrue(app.getResources().getLimits().containsKey("memory"));
            // The time in which proxies hear of its end (quarkus.shutdown.delay) and all that has its own limit after
            // that.
            assertTrue(pod.getTerminationGracePeriodSeconds() >= 60);
        }
    }

    @Test
    void onlyTheGatewayIsReachableFromOutside() {
        assertEquals(Set.of("gateway"), reachedFrom("ingress"));
        for (String service : List.of("meetings-service", "initiatives-service")) {
            assertEquals(Set.of("gateway"), applicationsThatReach(Map.of("app.kubernetes.io/name", service)));
        }
    }

    @Test
    void onlyAServiceReachesItsDatabase() {
        for (Map.Entry<String, String> database : Map.of(
                        "meetings-db", "meetings-service",
                        "initiatives-db", "initiatives-service",
                        "gateway-db", "gateway")
                .entrySet()) {
            assertEquals(
                    Set.of(database.getValue()), applicationsThatReach(Map.of("cnpg.io/cluster", database.getKey())));
        }
    }

    @Test
    void onlyAServiceWritesItsTopicsAndTakesItsTransactionalId() {
        for (KafkaTopic topic : manifests.all(KafkaTopic.class)) {
            String name = topic.getMetadata().getName();
            String owner = OWNERS.get(name.split("\\.", -1)[1]);
            assertEquals(Set.of(owner), whoMay(AclOperation.WRITE, name), name);
        }
        for (String stream : OWNERS.keySet()) {
            Set<String> users = new HashSet<>();
            for (KafkaUser user : manifests.all(KafkaUser.class)) {
                if (rules(user).stream()
                        .anyMatch(rule -> rule.getResource() instanceof AclRuleTransactionalIdResource id
                                && ("coalition." + stream + ".relay").startsWith(id.getName()))) {
                    users.add(user.getMetadata().getName());
                }
            }
            assertEquals(Set.of(OWNERS.get(stream)), users);
        }
    }

    @Test
    void aPartnerReachesTheOpenTopicsAndNoOther() throws IOException {
        Manifests partner = Manifests.ofFile("base/partner-fr.yaml");
        KafkaUser user = partner.all(KafkaUser.class).get(0);
        Set<String> topics = topics(user);
        assertEquals(Set.of("coalition.meetings", "coalition.initiatives"), topics);
        assertTrue(rules(user).stream().noneMatch(rule -> rule.getOperations().contains(AclOperation.WRITE)));
    }

    @Test
    void theTopicsAreThoseOfTheOneMachineStack() {
        Set<String> all = new HashSet<>(KafkaBroker.TOPICS);
        all.addAll(KafkaBroker.AUDIT_TOPICS);
        assertEquals(
                all,
                manifests.all(KafkaTopic.class).stream()
                        .map(topic -> topic.getMetadata().getName())
                        .collect(Collectors.toSet()));
        for (KafkaTopic topic : manifests.all(KafkaTopic.class)) {
            assertEquals(KafkaBroker.PARTITIONS, topic.getSpec().getPartitions());
            assertEquals(3, topic.getSpec().getReplicas());
            assertEquals("2", topic.getSpec().getConfig().get("min.insync.replicas"));
        }
    }

    private Set<String> reachedFrom(String namespace) {
        return manifests.all(NetworkPolicy.class).stream()
                .filter(policy -> peers(policy).stream()
                        .anyMatch(peer -> peer.getNamespaceSelector() != null
                                && namespace.equals(peer.getNamespaceSelector()
                                        .getMatchLabels()
                                        .get("kubernetes.io/metadata.name"))))
                .map(policy -> policy.getMetadata().getName())
                .collect(Collectors.toSet());
    }

    private Set<String> applicationsThatReach(Map<String, String> pods) {
        return manifests.all(NetworkPolicy.class).stream()
                .filter(policy -> pods.equals(policy.getSpec().getPodSelector().getMatchLabels()))
                .flatMap(policy -> peers(policy).stream())
                .filter(peer -> peer.getPodSelector() != null)
                .map(peer -> peer.getPodSelector().getMatchLabels().get("app.kubernetes.io/name"))
                .filter(name -> name != null)
                .collect(Collectors.toSet());
    }

    private static List<NetworkPolicyPeer> peers(NetworkPolicy policy) {
        return policy.getSpec().getIngress().stream()
                .flatMap(rule -> rule.getFrom().stream())
                .toList();
    }

    private Set<String> whoMay(AclOperation operation, String topic) {
        return manifests.all(KafkaUser.class).stream()
                .filter(user -> rules(user).stream()
                        .anyMatch(rule -> rule.getOperations().contains(operation)
                                && rule.getResource() instanceof AclRuleTopicResource resource
                                && resource.getName().equals(topic)))
                .map(user -> user.getMetadata().getName())
                .collect(Collectors.toSet());
    }

    private static Set<String> topics(KafkaUser user) {
        return rules(user).stream()
                .map(AclRule::getResource)
                .filter(AclRuleTopicResource.class::isInstance)
                .map(resource -> ((AclRuleTopicResource) resource).getName())
                .collect(Collectors.toSet());
    }

    private static List<AclRule> rules(KafkaUser user) {
        return ((KafkaUserAuthorizationSimple) user.getSpec().getAuthorization()).getAcls();
    }
}
