package org.coalition.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappingInterface.Property;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** What a service can be told, and what it must be told, by variables of its environment. */
final class Service {
    static final List<String> NAMES = List.of("meetings-service", "initiatives-service", "gateway");

    private static final Path ROOT = Path.of("../..");
    /** Where properties say in their comments by which variable a deployment sets them. */
    private static final Pattern DOCUMENTED = Pattern.compile("\\[([A-Z_]+(?:, [A-Z_]+)*)]");
    /** Properties that stand in the value of another. */
    private static final Pattern USED = Pattern.compile("\\$\\{([a-z0-9.-]+)");

    /** Read by Java itself, and by what reads secrets from files. */
    private static final Set<String> OTHERS = Set.of("JDK_JAVA_OPTIONS", "SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS");

    private final Set<String> known = new TreeSet<>(OTHERS);
    private final Set<String> needed = new TreeSet<>();

    Service(String name) throws IOException {
        Set<String> set = new HashSet<>();
        for (Path file : List.of(
                ROOT.resolve("service-defaults/src/main/resources/META-INF/microprofile-config.properties"),
                ROOT.resolve(name).resolve("src/main/resources/application.properties"))) {
            readProperties(file, set);
        }
        for (Class<?> mapping : mappings(name)) {
            properties(mapping).forEach((property, description) -> {
                known.add(variable(property));
                boolean optional = description.getMethod().getReturnType() == Optional.class;
                boolean told = optional || description.hasDefaultValue() || set.contains(property);
                boolean element = property.contains("[");
                if (description.isLeaf() && !element && !told) {
                    needed.add(variable(property));
                }
            });
        }
        known.addAll(ofQuarkus());
        Stream.of(ProducerConfig.configNames(), ConsumerConfig.configNames(), AdminClientConfig.configNames())
                .flatMap(Set::stream)
                .forEach(property -> known.add(variable("kafka." + property)));
    }

    Set<String> unknownOf(Set<String> variables) {
        Set<String> unknown = new TreeSet<>(variables);
        unknown.removeAll(known);
        return unknown;
    }

    /** What has no value anywhere, and what is documented as a deployment's to set. */
    Set<String> missingIn(Set<String> variables) {
        Set<String> missing = new TreeSet<>(needed);
        missing.removeAll(variables);
        return missing;
    }

    /** As MicroProfile Config reads it. */
    static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private void readProperties(Path file, Set<String> set) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        for (String property : properties.stringPropertyNames()) {
            set.add(property);
            USED.matcher(properties.getProperty(property))
                    .results()
                    .forEach(match -> known.add(variable(match.group(1))));
            if (!property.startsWith("quarkus.")) {
                known.add(variable(property));
            }
        }
        Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("#"))
                .flatMap(line -> DOCUMENTED.matcher(line).results())
                .forEach(match -> needed.addAll(List.of(match.group(1).split(", ", -1))));
    }

    /** Those of the product itself: of the service, and of what all services share. */
    private static List<Class<?>> mappings(String name) throws IOException {
        List<Class<?>> mappings = new ArrayList<>();
        for (Path classes : List.of(
                ROOT.resolve("service-defaults/target/classes"),
                ROOT.resolve(name).resolve("target/classes"))) {
            try (Stream<Path> files = Files.walk(classes)) {
                files.filter(file -> file.toString().endsWith(".class"))
                        .filter(Service::mentionsMapping)
                        .map(file -> load(classes.relativize(file)))
                        .filter(type -> type.isAnnotationPresent(ConfigMapping.class))
                        .forEach(mappings::add);
            }
        }
        return mappings;
    }

    private static boolean mentionsMapping(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .contains("Lio/smallrye/config/ConfigMapping;");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(Path file) {
        try {
            return Class.forName(file.toString().replace('/', '.').replaceAll("\\.class$", ""));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Property> properties(Class<?> mapping) {
        return new HashMap<>(ConfigMappings.getProperties(ConfigClass.configClass(mapping)));
    }

    /** Of Quarkus what counts while it runs: what was decided when it was built hears no variable. */
    private static Set<String> ofQuarkus() throws IOException {
        Set<String> variables = new HashSet<>();
        for (URL model : Collections.list(
                Service.class.getClassLoader().getResources("META-INF/quarkus-config-doc/quarkus-config-model.json"))) {
            try (InputStream stream = model.openStream()) {
                collect(new ObjectMapper().readTree(stream), variables);
            }
        }
        return variables;
    }

    private static void collect(JsonNode node, Set<String> variables) {
        if (node.path("phase").asText().equals("RUN_TIME")) {
            variables.addAll(node.findValuesAsText("environmentVariable"));
        } else {
            node.forEach(child -> collect(child, variables));
        }
    }
}
