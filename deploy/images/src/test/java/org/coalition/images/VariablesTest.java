package org.coalition.images;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each variable that a deployment sets is one that the service knows, and each that the service needs is set. */
class VariablesTest {
    static final List<String> SERVICES = Service.NAMES;

    @TempDir
    static Path folder;

    @ParameterizedTest
    @FieldSource("SERVICES")
    void kubernetesTellsEachServiceWhatItNeeds(String name) throws IOException {
        assertFits(name, Cluster.of(name).variables());
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void composeTellsEachServiceWhatItNeeds(String name) throws IOException {
        Set<String> told = new TreeSet<>(Compose.read().environment(name).keySet());
        told.addAll(secret(name));
        assertFits(name, told);
    }

    @Test
    void aTypoAndAGapAreFoundOut() throws IOException {
        Service gateway = new Service("gateway");
        Set<String> told = new TreeSet<>(Cluster.of("gateway").variables());
        told.remove("COALITION_EVENTS_KEY");
        told.remove("QUARKUS_MANAGEMENT_PORT");
        told.addAll(Set.of("COALITION_EVENT_KEY", "QUARKUS_DATASOURCE_DB_KIND", "KAFKA_SSL_TRUSTSTORE_LOCATIONS"));
        // Has no default; is said to be a deployment's own.
        assertEquals(Set.of("COALITION_EVENTS_KEY", "QUARKUS_MANAGEMENT_PORT"), gateway.missingIn(told));
        // A typo each, and in the midst a setting that was decided when the service was built.
        assertEquals(
                Set.of("COALITION_EVENT_KEY", "QUARKUS_DATASOURCE_DB_KIND", "KAFKA_SSL_TRUSTSTORE_LOCATIONS"),
                gateway.unknownOf(told));
    }

    private static void assertFits(String name, Set<String> told) throws IOException {
        Service service = new Service(name);
        assertEquals(Set.of(), service.unknownOf(told));
        assertEquals(Set.of(), service.missingIn(told));
    }

    private static Set<String> secret(String name) throws IOException {
        try (Stream<Path> files = Files.list(Secrets.in(folder.resolve(name)).resolve(name))) {
            return files.map(file -> Service.variable(file.getFileName().toString()))
                    .collect(Collectors.toSet());
        }
    }
}
