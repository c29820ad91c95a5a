package org.coalition.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalition.local.stack.Feature;
import org.coalition.local.stack.ServiceProcess;
import org.coalition.local.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pod is told, and how: the one-machine stack shows in reality that the services take it so. */
class SecretsTest {
    /** What only makes a demonstration possible, and that there are no other instances there, before an end and after a beginning. */
    private static final Set<String> ON_ONE_MACHINE = Set.of(
            "SILENCE_MINIMUM_ROUTINE", "COALITION_ENDPOINTS_LOOPBACK", "QUARKUS_SHUTDOWN_DELAY", "WARM_UP_PATIENCE");

    private final Manifests manifests = Manifests.of("overlays/ha");

    @Test
    void secretsAreFilesAndAllNamesAreThoseOfTheSecureStackOnOneMachine(@TempDir Path folder) throws IOException {
        Stack stack = Stack.onFreePorts(folder, folder, Feature.SECURE);
        Map<String, ServiceProcess> services = Map.of(
                "meetings-service", ServiceProcess.meetings(stack, folder),
                "initiatives-service", ServiceProcess.initiatives(stack, folder),
                "gateway", ServiceProcess.gateway(stack, folder));
        Set<String> shared = manifests.all(ConfigMap.class).stream()
                .filter(map -> map.getMetadata().getName().startsWith("coalition-"))
                .flatMap(map -> map.getData().keySet().stream())
                .collect(Collectors.toSet());
        for (Deployment deployment : manifests.all(Deployment.class)) {
            PodSpec pod = deployment.getSpec().getTemplate().getSpec();
            List<EnvVar> environment = pod.getContainers().get(0).getEnv();
            environment.forEach(variable -> assertNull(variable.getValueFrom(), variable.getName()));
            Set<String> told = environment.stream().map(EnvVar::getName).collect(Collectors.toSet());
            told.addAll(shared);
            ServiceProcess service = services.get(deployment.getMetadata().getName());
            Set<String> missing = new HashSet<>(service.environment().keySet());
            missing.removeAll(told);
            missing.removeAll(ON_ONE_MACHINE);
            assertEquals(Set.of(), missing);
            try (Stream<Path> files = Files.list(service.secrets())) {
                assertEquals(
                        files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()),
                        files(pod, "secrets"));
            }
        }
    }

    private static Set<String> files(PodSpec pod, String name) {
        return pod.getVolumes().stream()
                .filter(volume -> volume.getName().equals(name))
                .flatMap(volume -> volume.getProjected().getSources().stream())
                .flatMap(source -> source.getSecret().getItems().stream())
                .map(KeyToPath::getPath)
                .collect(Collectors.toSet());
    }
}
