package org.coalition.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What {@code deploy/observability} asks of the pods is there, under the names that the rules know. */
class MonitoringTest {
    private final Manifests observability = Manifests.of("../observability");
    private final List<PodTemplateSpec> pods = Manifests.of("overlays/ha").all(Deployment.class).stream()
            .map(deployment -> deployment.getSpec().getTemplate())
            .toList();

    @Test
    void eachServiceIsAskedForItsMetricsOnAPortThatItHas() {
        Set<String> asked = new TreeSet<>();
        for (JsonNode monitor : observability.others("PodMonitor")) {
            JsonNode selector = monitor.at("/spec/selector");
            String port = monitor.at("/spec/podMetricsEndpoints/0/port").asText();
            assertEquals("app.kubernetes.io/name", monitor.at("/spec/jobLabel").asText());
            for (PodTemplateSpec pod : pods) {
                String name = pod.getMetadata().getLabels().get("app.kubernetes.io/name");
                if (selector.findValuesAsText("app.kubernetes.io/name").contains(name)
                        || texts(selector.at("/matchExpressions/0/values")).contains(name)) {
                    assertTrue(asked.add(name), name + " is asked twice");
                    assertTrue(ports(pod).contains(port), name + " has no port " + port);
                }
            }
        }
        assertEquals(Set.of("gateway", "initiatives-service", "meetings-service"), asked);
    }

    @Test
    void grafanaFindsTheDashboards() {
        ConfigMap dashboards = observability.all(ConfigMap.class).get(0);
        assertEquals("1", dashboards.getMetadata().getLabels().get("grafana_dashboard"));
        assertEquals(
                Set.of("coalition.json", "coalition-service.json"),
                dashboards.getData().keySet());
    }

    private static Set<String> ports(PodTemplateSpec pod) {
        return pod.getSpec().getContainers().get(0).getPorts().stream()
                .map(ContainerPort::getName)
                .collect(Collectors.toSet());
    }

    private static Set<String> texts(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }
}
