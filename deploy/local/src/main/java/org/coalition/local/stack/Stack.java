package org.coalition.local.stack;

import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalition.local.process.Daemon;
import org.coalition.local.process.Jdk;

/**
 * The settings of one running set. Sets with different data folders and ports live beside each other.
 *
 * @param data holds everything this set keeps: databases, topics, keys, logs, pid files
 * @param programs holds what is unpacked once and shared by sets, such as the PostgreSQL binaries
 * @param ports where its processes listen
 * @param jdk runs the broker, the identity server and the services
 * @param classpath of the broker and the identity server
 */
public record Stack(Path data, Path programs, Ports ports, Jdk jdk, String classpath, Set<Feature> features) {
    private static final String REALM = "/realms/coalition";

    public Stack {
        data = data.toAbsolutePath().normalize();
        programs = programs.toAbsolutePath().normalize();
        // The processes work in folders of their own, where a relative entry would mean something else.
        classpath = Stream.of(classpath.split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        features = Set.copyOf(features);
    }

    /** A plain set. */
    public Stack(Path data, Path programs, Ports ports, Jdk jdk, String classpath) {
        this(data, programs, ports, jdk, classpath, Set.of());
    }

    /** A set on free ports under one folder, with the best Java of the machine and the classes of the caller. */
    public static Stack onFreePorts(Path data, Path programs, Feature... features) {
        return new Stack(
                data, programs, Ports.free(), Jdk.best(), System.getProperty("java.class.path"), Set.of(features));
    }

    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** Where passwords and keys are. */
    public Path secrets() {
        return data.resolve("secrets");
    }

    public Path logs() {
        return data.resolve("logs");
    }

    public String issuer() {
        return "http://localhost:" + ports.identity() + REALM;
    }

    public String gatewayUrl() {
        return "http://localhost:" + ports.gateway();
    }

    public String bootstrapServers() {
        return "localhost:" + ports.kafka();
    }

    /** The settings of a client of Kafka that may do everything. */
    public Map<String, Object> kafkaClient() {
        return kafkaClient(SecureBroker.ADMIN);
    }

    /** The settings of a client of Kafka that may do what this user may do; where nobody is told from another, everything. */
    public Map<String, Object> kafkaClient(String user) {
        Map<String, Object> settings = new HashMap<>(Map.of("bootstrap.servers", bootstrapServers()));
        if (has(Feature.SECURE)) {
            SecureBroker broker = new SecureBroker(this);
            settings.putAll(broker.client());
            settings.put("sasl.jaas.config", broker.login(user));
        }
        return settings;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + ports.postgresql() + "/" + database
                + (has(Feature.SECURE) ? new SecurePostgreSql(this).parameters() : "");
    }

    /** A process of this set, kept under its name in the data folder. */
    Daemon daemon(String name, int port, String mark) {
        return new Daemon(name, port, data.resolve("run").resolve(name + ".pid"), logs().resolve(name + ".log"), mark);
    }
}
