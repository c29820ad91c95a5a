package org.coalition.defaults.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.Utils;

/**
 * A Kafka broker within this JVM, which is its own KRaft controller, on free ports. It takes transactions, creates no topic by
 * itself, and can be stopped and started again at the same address with what it held.
 */
public final class Broker implements AutoCloseable {
    /** The topics of the services: open, restricted, and for the seals of their audit trails. */
    public static final List<String> TOPICS = List.of(
            "coalition.meetings",
            "coalition.meetings.restricted",
            "coalition.meetings.audit",
            "coalition.initiatives",
            "coalition.initiatives.restricted",
            "coalition.initiatives.audit",
            "coalition.webhooks",
            "coalition.webhooks.restricted",
            "coalition.webhooks.audit");

    /** Partitions of each topic. */
    public static final int PARTITIONS = 6;

    /** Held here, because the logging system forgets the level of a logger to which nobody refers. */
    private static final List<Logger> CHATTY = List.of(
            Logger.getLogger("kafka"), Logger.getLogger("org.apache.kafka"), Logger.getLogger("state.change.logger"));

    private final Path directory;
    private final String address;
    private final KafkaConfig config;
    private KafkaRaftServer server;

    private Broker(Path directory, int port, int controllerPort) {
        this.directory = directory;
        this.address = "localhost:" + port;
        this.config = new KafkaConfig(settings(directory, port, controllerPort), false);
    }

    /** Starts an empty broker and creates the topics of both services. */
    public static Broker start() {
        CHATTY.forEach(logger -> logger.setLevel(Level.SEVERE));
        try {
            Path directory = Files.createTempDirectory("coalition-kafka");
            int[] ports = freePorts();
            Broker broker = new Broker(directory, ports[0], ports[1]);
            broker.format();
            broker.resume();
            create(broker.address, TOPICS, Map.of());
            return broker;
        } catch (IOException e) {
            throw new UncheckedIOException("The broker has no place to write", e);
        }
    }

    /** Host and port, for {@code bootstrap.servers}. */
    public String address() {
        return address;
    }

    /** Creates topics of {@link #PARTITIONS} partitions, with these settings, at the broker of this address. */
    public static void create(String address, List<String> topics, Map<String, String> settings) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(topics.stream()
                            .map(name -> new NewTopic(name, PARTITIONS, (short) 1).configs(settings))
                            .collect(Collectors.toList()))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Topics " + topics + " were not created", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating topics", e);
        }
    }

    /** Stops serving; what was written stays. */
    public void pause() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Serves again, after {@link #pause()}. */
    public void resume() {
        server = new KafkaRaftServer(config, Time.SYSTEM);
        server.startup();
    }

    @Override
    public void close() {
        pause();
        try {
            Utils.delete(directory.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("The broker's directory stays behind", e);
        }
    }

    private void format() throws IOException {
        Path file = directory.resolve("server.properties");
        String text = config.originalsStrings().entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("\n"));
        Files.writeString(file, text);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        String[] command = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
        try (PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8)) {
            if (StorageTool.execute(command, stream) != 0) {
                throw new IllegalStateException(
                        "The broker's directory was not formatted: " + output.toString(StandardCharsets.UTF_8));
            }
        }
    }

    private static Properties settings(Path directory, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "listeners", "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort,
                "controller.listener.names", "CONTROLLER",
                "controller.quorum.voters", "1@localhost:" + controllerPort,
                "log.dirs", directory.resolve("log").toString(),
                "auto.create.topics.enable", "false",
                "log.retention.ms", "-1"));
        settings.putAll(Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "1",
                "group.initial.rebalance.delay.ms", "0",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
                "broker.session.timeout.ms", "3000",
                "broker.heartbeat.interval.ms", "500",
                "log.cleaner.enable", "false"));
        return settings;
    }

    private static int[] freePorts() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket one = new ServerSocket(0, 1, loopback);
                ServerSocket two = new ServerSocket(0, 1, loopback)) {
            return new int[] {one.getLocalPort(), two.getLocalPort()};
        }
    }
}
