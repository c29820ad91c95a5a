package org.coalition.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The list of materials, as {@code mvn package} has made it, names all that the images hold. */
class SbomIT {
    static final List<String> SERVICES = Service.NAMES;

    private static final Path FILE = Path.of("target/coalition-sbom.json");

    private JsonNode sbom;

    @BeforeEach
    void read() throws IOException {
        boolean offline = !Files.exists(FILE) && !"required".equals(System.getProperty("linters"));
        Assumptions.assumeFalse(offline, "Maven makes no list of materials when it works offline");
        sbom = new ObjectMapper().readTree(FILE.toFile());
        assertEquals("CycloneDX", sbom.path("bomFormat").asText());
    }

    @ParameterizedTest
    @CsvSource({"io.quarkus,quarkus-core", "org.apache.kafka,kafka-clients", "org.postgresql,postgresql"})
    void itHasTheVersionInUse(String group, String name) throws IOException {
        String library = group + '.' + name + '-';
        try (Stream<Path> libraries = Files.list(Path.of("../../gateway/target/quarkus-app/lib/main"))) {
            Set<String> inUse = libraries
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.startsWith(library))
                    .map(file -> file.substring(library.length()).replace(".jar", ""))
                    .collect(Collectors.toSet());
            assertEquals(1, inUse.size());
            assertEquals(inUse, versions(group, name));
        }
    }

    @Test
    void itKnowsLicencesAndChecksums() {
        JsonNode driver = component("org.postgresql", "postgresql").findFirst().orElseThrow();
        assertFalse(driver.path("licenses").isEmpty());
        assertFalse(driver.path("hashes").isEmpty());
    }

    @Test
    void whatOnlyTestsUseIsNotInIt() {
        assertEquals(Set.of(), versions("org.junit.jupiter", "junit-jupiter"));
        assertEquals(Set.of(), versions("no.nav.security", "mock-oauth2-server"));
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void noLibraryOfAPackagedServiceIsMissing(String service) throws IOException {
        Set<String> listed = Compose.elements(sbom.path("components"))
                .map(one -> one.path("group").asText()
                        + '.'
                        + one.path("name").asText()
                        + '-'
                        + one.path("version").asText())
                .collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> libraries = Files.list(Path.of("../..", service, "target/quarkus-app/lib/main"))) {
            libraries
                    .map(file -> file.getFileName().toString())
                    .map(name -> name.replaceAll("(-linux-x86_64)?\\.jar$", ""))
                    .filter(name -> !listed.contains(name))
                    .forEach(missing::add);
        }
        assertEquals(Set.of(), missing);
        assertTrue(listed.size() > 200);
    }

    private Set<String> versions(String group, String name) {
        return component(group, name).map(one -> one.path("version").asText()).collect(Collectors.toSet());
    }

    private Stream<JsonNode> component(String group, String name) {
        return Compose.elements(sbom.path("components"))
                .filter(one -> one.path("group").asText().equals(group)
                        && one.path("name").asText().equals(name));
    }
}
