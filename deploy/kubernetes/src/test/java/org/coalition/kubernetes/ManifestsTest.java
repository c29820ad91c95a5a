package org.coalition.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each overlay is known to the models to the last field, and what it names is there. */
class ManifestsTest {
    /** What no manifest can hold: an operator makes them, as the README says. */
    private static final Set<String> SECRETS_OF_THE_OPERATOR = Set.of(
            "meetings-service-seal",
            "initiatives-service-seal",
            "gateway-seal",
            "gateway-keys",
            "gateway-tls",
            "identity-tls",
            "backup-store");

    @Test
    void aFieldThatTheModelDoesNotKnowIsRefused() {
        String typo = "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n  replica: 2\n";
        String deep =
                "apiVersion: kafka.strimzi.io/v1beta2\nkind: KafkaTopic\nmetadata:\n  name: a\nspec:\n  partition: 2\n";
        assertThrows(Exception.class, () -> Manifests.ofText(typo));
        assertThrows(Exception.class, () -> Manifests.ofText(deep));
        assertEquals(
                1,
                Manifests.ofText(typo.replace("replica:", "replicas:"))
                        .all(Deployment.class)
                        .size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/small", "overlays/ha"})
    void podsFindWhatTheyName(String overlay) {
        Manifests manifests = Manifests.of(overlay);
        Set<String> secrets = secrets(manifests);
        Set<String> configMaps = names(manifests.all(ConfigMap.class));
        for (Deployment deployment : manifests.all(Deployment.class)) {
            PodSpec pod = deployment.getSpec().getTemplate().getSpec();
            Container app = pod.getContainers().get(0);
            assertWithin(secrets, secretsOf(pod));
            assertWithin(
                    configMaps,
                    app.getEnvFrom().stream()
                            .map(from -> from.getConfigMapRef().getName())
                            .toList());
            assertEquals(
                    pod.getVolumes().stream().map(Volume::getName).collect(Collectors.toSet()),
                    app.getVolumeMounts().stream().map(VolumeMount::getName).collect(Collectors.toSet()));
            assertTrue(
                    app.getReadinessProbe().getHttpGet().getPort().getStrVal().equals("http"));
            assertEquals(
                    deployment.getSpec().getSelector().getMatchLabels().get("app.kubernetes.io/name"),
                    deployment.getSpec().getTemplate().getMetadata().getLabels().get("app.kubernetes.io/name"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/small", "overlays/ha"})
    void addressesLeadToServicesAndDatabases(String overlay) {
        Manifests manifests = Manifests.of(overlay);
        Map<String, Integer> services = manifests.all(Service.class).stream()
                .collect(Collectors.toMap(
                        service -> service.getMetadata().getName(),
                        service -> service.getSpec().getPorts().get(0).getPort()));
        Set<String> databases = manifests.others("Cluster").stream()
                .map(cluster -> cluster.at("/metadata/name").asText() + "-rw")
                .collect(Collectors.toSet());
        for (EnvVar variable : manifests.all(Deployment.class).stream()
                .flatMap(deployment ->
                        deployment.getSpec().getTemplate().getSpec().getContainers().get(0).getEnv().stream())
                .filter(variable ->
                        variable.getValue() != null && variable.getName().endsWith("_URL"))
                .toList()) {
            String host = variable.getValue().replaceAll("^.*?//|[:/].*$", "").replaceAll(":.*", "");
            if (variable.getValue().startsWith("jdbc:")) {
                assertTrue(databases.contains(host), variable.toString());
            } else {
                assertTrue(variable.getValue().endsWith(host + ":" + services.get(host)), variable.toString());
            }
        }
        for (Ingress ingress : manifests.all(Ingress.class)) {
            assertWithin(
                    Set.of("gateway"),
                    ingress.getSpec().getRules().stream()
                            .flatMap(rule -> rule.getHttp().getPaths().stream())
                            .map(path -> path.getBackend().getService().getName())
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/small", "overlays/ha"})
    void selectorsSelectWhatIsThere(String overlay) {
        Manifests manifests = Manifests.of(overlay);
        Set<String> deployments = names(manifests.all(Deployment.class));
        Stream<Map<String, String>> selectors = Stream.of(
                        manifests.all(Service.class).stream()
                                .map(one -> one.getSpec().getSelector()),
                        manifests.all(PodDisruptionBudget.class).stream()
                                .map(one -> one.getSpec().getSelector().getMatchLabels()),
                        manifests.all(NetworkPolicy.class).stream()
                                .map(one -> one.getSpec().getPodSelector().getMatchLabels()))
                .flatMap(each -> each);
        Set<String> clusters = manifests.others("Cluster").stream()
                .map(cluster -> cluster.at("/metadata/name").asText())
                .collect(Collectors.toSet());
        selectors.forEach(selector -> {
            String app = selector.get("app.kubernetes.io/name");
            String cluster = selector.get("cnpg.io/cluster");
            assertTrue(app == null || deployments.contains(app), () -> selector + " selects none of " + deployments);
            assertTrue(cluster == null || clusters.contains(cluster), () -> selector + " selects none of " + clusters);
        });
        assertWithin(
                deployments,
                manifests.all(HorizontalPodAutoscaler.class).stream()
                        .map(one -> one.getSpec().getScaleTargetRef().getName())
                        .toList());
    }

    /** What exists once all is applied: made by us, by an operator for Kafka and PostgreSQL, or by the one who applies. */
    private static Set<String> secrets(Manifests manifests) {
        Set<String> secrets = new HashSet<>(SECRETS_OF_THE_OPERATOR);
        secrets.add("coalition-cluster-ca-cert");
        secrets.addAll(names(manifests.all(KafkaUser.class)));
        for (JsonNode cluster : manifests.others("Cluster")) {
            secrets.add(cluster.at("/metadata/name").asText() + "-app");
            secrets.add(cluster.at("/metadata/name").asText() + "-ca");
        }
        return secrets;
    }

    private static List<String> secretsOf(PodSpec pod) {
        return Stream.of(
                        pod.getContainers().get(0).getEnv().stream()
                                .filter(variable -> variable.getValueFrom() != null)
                                .map(variable -> variable.getValueFrom()
                                        .getSecretKeyRef()
                                        .getName()),
                        pod.getVolumes().stream()
                                .filter(volume -> volume.getSecret() != null)
                                .map(volume -> volume.getSecret().getSecretName()),
                        pod.getVolumes().stream()
                                .filter(volume -> volume.getProjected() != null)
                                .flatMap(volume -> volume.getProjected().getSources().stream())
                                .map(source -> source.getSecret().getName()))
                .flatMap(each -> each)
                .toList();
    }

    private static Set<String> names(List<? extends HasMetadata> resources) {
        return resources.stream().map(one -> one.getMetadata().getName()).collect(Collectors.toSet());
    }

    private static void assertWithin(Set<String> known, List<String> named) {
        Set<String> missing = new TreeSet<>(named);
        missing.removeAll(known);
        assertEquals(Set.of(), missing);
    }
}
