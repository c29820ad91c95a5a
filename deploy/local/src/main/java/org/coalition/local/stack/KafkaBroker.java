package org.coalition.local.stack;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.coalition.local.process.Daemon;
import org.coalition.local.process.PortHolder;
import org.coalition.local.process.StackFailure;

/** A real Kafka: one process that is broker and controller, with the topics of the product, kept for ever. */
public final class KafkaBroker implements Component {
    public static final List<String> OPEN_TOPICS =
            List.of("coalition.meetings", "coalition.initiatives", "coalition.webhooks");
    /** Those of the events. */
    public static final List<String> TOPICS = Stream.of(
                    OPEN_TOPICS.stream(), OPEN_TOPICS.stream().map(topic -> topic + ".restricted"))
            .flatMap(topics -> topics)
            .toList();
    /** What the seals of the audit trails are published to. */
    public static final List<String> AUDIT_TOPICS =
            OPEN_TOPICS.stream().map(topic -> topic + ".audit").toList();

    private static final List<String> ALL_TOPICS =
            Stream.concat(TOPICS.stream(), AUDIT_TOPICS.stream()).toList();
    /** Frozen: another number would change the partition of each key, and so the order of its events. */
    public static final int PARTITIONS = 6;

    private static final Duration TO_STOP = Duration.ofSeconds(30);
    private static final int ANSWER_SECONDS = 2;

    private final Stack stack;
    private final Daemon daemon;

    public KafkaBroker(Stack stack) {
        this.stack = stack;
        this.daemon = stack.daemon("kafka", stack.ports().kafka(), JavaProgram.mark(stack, "kafka"));
    }

    @Override
    public Daemon daemon() {
        return daemon;
    }

    @Override
    public void start() {
        if (isRunning()) {
            return;
        }
        PortHolder.requireFree("kafka (its controller)", stack.ports().kafkaController());
        Path files = stack.data().resolve("kafka");
        Path settings = stack.data().resolve("kafka.properties");
        List<String> arguments = new ArrayList<>(List.of(settings.toString()));
        Properties properties = BrokerSettings.of(stack.ports(), files);
        if (stack.has(Feature.SECURE)) {
            SecureBroker secure = new SecureBroker(stack);
            secure.secure(properties);
            arguments.addAll(List.of(SecureBroker.ADMIN, secure.adminPassword().toString()));
        }
        try {
            Files.createDirectories(files);
            write(settings, properties);
        } catch (IOException e) {
            throw new StackFailure("cannot write " + settings + ": " + e.getMessage(), e);
        }
        daemon.start(JavaProgram.ofClass(
                stack,
                name(),
                List.of("-Xms128m", "-Xmx320m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                BrokerProgram.class,
                arguments));
    }

    @Override
    public void awaitReady() {
        daemon.awaitReady(PATIENCE, this::answers);
        try (Admin admin = admin()) {
            List<NewTopic> missing = missing(admin).stream()
                    .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1).configs(Map.of("retention.ms", "-1")))
                    .toList();
            admin.createTopics(missing).all().get(30, TimeUnit.SECONDS);
            refuseOtherPartitions(admin);
            if (stack.has(Feature.SECURE)) {
                new SecureBroker(stack).admit(admin);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new StackFailure(
                    "kafka (port " + port() + ") cannot create its topics and users: " + e.getMessage() + " (log: "
                            + log() + ")",
                    e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        daemon.awaitReady(PATIENCE, this::isReady);
    }

    /** All topics are there. */
    @Override
    public boolean isReady() {
        return answers() && holds(admin -> missing(admin).isEmpty());
    }

    @Override
    public void stop() {
        daemon.stop("TERM", TO_STOP);
    }

    /** For further topics, consumer groups and offsets. */
    public Admin admin() {
        Map<String, Object> settings = stack.kafkaClient();
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000");
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "30000");
        return Admin.create(settings);
    }

    private boolean answers() {
        return !PortProbe.isClosed(port())
                && holds(admin -> !admin.describeCluster()
                        .nodes()
                        .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                        .isEmpty());
    }

    private boolean holds(Question question) {
        try (Admin admin = admin()) {
            return question.ask(admin);
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static List<String> missing(Admin admin) throws ExecutionException, InterruptedException, TimeoutException {
        var present = admin.listTopics().names().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        return ALL_TOPICS.stream().filter(topic -> !present.contains(topic)).toList();
    }

    private void refuseOtherPartitions(Admin admin) throws ExecutionException, InterruptedException, TimeoutException {
        for (TopicDescription topic : admin.describeTopics(ALL_TOPICS)
                .allTopicNames()
                .get(30, TimeUnit.SECONDS)
                .values()) {
            if (topic.partitions().size() != PARTITIONS) {
                throw new StackFailure("topic " + topic.name() + " has "
                        + topic.partitions().size() + " partitions instead of " + PARTITIONS
                        + ": its keys would change their places; start anew with --fresh");
            }
        }
    }

    private static StackFailure interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new StackFailure("interrupted while talking to kafka", e);
    }

    private static void write(Path file, Properties properties) throws IOException {
        StringWriter text = new StringWriter();
        properties.store(text, "written at each start");
        SecretFile.write(file, List.of(text.toString()));
    }

    private interface Question {
        boolean ask(Admin admin) throws ExecutionException, InterruptedException, TimeoutException;
    }
}
