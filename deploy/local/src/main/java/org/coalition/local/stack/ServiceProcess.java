package org.coalition.local.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coalition.local.process.Daemon;
import org.coalition.local.process.StackFailure;

/**
 * One instance of a packaged service. {@code named}, {@code with} and {@code option} give changed copies, so a second instance is
 * {@code meetings.named("meetings-2", port)} and an armed crash point is {@code meetings.with("VARIABLE", "value")}.
 */
public final class ServiceProcess implements Component {
    /** Of the gateway, whose public port shows no metrics. */
    private static final String MANAGEMENT_PORT = "QUARKUS_MANAGEMENT_PORT";

    private static final Duration TO_STOP = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    private final Stack stack;
    private final String service;
    private final Path jar;
    private final Daemon daemon;
    private final Map<String, String> environment;
    private final List<String> options;

    private ServiceProcess(
            Stack stack,
            String service,
            String name,
            int port,
            Path jar,
            Map<String, String> environment,
            List<String> options) {
        this.stack = stack;
        this.service = service;
        this.jar = jar;
        this.environment = Map.copyOf(environment);
        this.options = List.copyOf(options);
        this.daemon = stack.daemon(name, port, JavaProgram.mark(stack, name));
    }

    public static ServiceProcess meetings(Stack stack, Path jar) {
        // The London story puts a text under silence for seconds; nobody could see it adopted if that lasted a day.
        return process(stack, "meetings", stack.ports().meetings(), jar).with("SILENCE_MINIMUM_ROUTINE", "PT1S");
    }

    public static ServiceProcess initiatives(Stack stack, Path jar) {
        return process(stack, "initiatives", stack.ports().initiatives(), jar);
    }

    public static ServiceProcess gateway(Stack stack, Path jar) {
        return process(stack, "gateway", stack.ports().gateway(), jar)
                // Whoever tries webhooks on one machine has the receiver there, too.
                .with("COALITION_ENDPOINTS_LOOPBACK", "true")
                .with(MANAGEMENT_PORT, Integer.toString(stack.ports().gatewayManagement()))
                .with(
                        "COALITION_MEETINGS_URL",
                        "http://localhost:" + stack.ports().meetings())
                .with(
                        "COALITION_INITIATIVES_URL",
                        "http://localhost:" + stack.ports().initiatives());
    }

    /** With the database of its name. */
    private static ServiceProcess process(Stack stack, String name, int port, Path jar) {
        return new ServiceProcess(stack, name, name, port, jar, common(stack), List.of("-Xmx384m"))
                .with("QUARKUS_DATASOURCE_JDBC_URL", stack.jdbcUrl(name))
                .with("QUARKUS_DATASOURCE_USERNAME", name);
    }

    private static Map<String, String> common(Stack stack) {
        Map<String, String> common = new HashMap<>(Map.of(
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                // No balancer has to hear that one of them stops, and no other serves until one is warm.
                "QUARKUS_SHUTDOWN_DELAY",
                "0S",
                "WARM_UP_PATIENCE",
                "0S",
                "KAFKA_BOOTSTRAP_SERVERS",
                stack.bootstrapServers(),
                "COALITION_ISSUER",
                stack.issuer()));
        if (stack.has(Feature.SECURE)) {
            new SecureBroker(stack)
                    .client()
                    .forEach((setting, value) -> common.put(
                            "KAFKA_" + setting.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        }
        return common;
    }

    /** Another instance beside this one, with its own name, port and log; a gateway's management port is any that is free. */
    public ServiceProcess named(String name, int port) {
        Map<String, String> own = new HashMap<>(environment);
        own.remove(MANAGEMENT_PORT);
        return new ServiceProcess(stack, service, name, port, jar, own, options);
    }

    /** The same instance with one more environment variable, from its next start on. */
    public ServiceProcess with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new ServiceProcess(stack, service, name(), port(), jar, more, options);
    }

    /** The same instance with one more option of the JVM; of two that contradict each other the later holds. */
    public ServiceProcess option(String option) {
        List<String> more = new ArrayList<>(options);
        more.add(option);
        return new ServiceProcess(stack, service, name(), port(), jar, environment, more);
    }

    /** What it is told by environment variables; no secret is among them. */
    public Map<String, String> environment() {
        return environment;
    }

    /** The folder of what it has to keep to itself, which all instances of the service share: a file for each setting. */
    public Path secrets() {
        return ServiceSecrets.of(stack, service);
    }

    @Override
    public Daemon daemon() {
        return daemon;
    }

    @Override
    public void start() {
        if (!Files.exists(jar)) {
            throw new StackFailure(name() + " is not built: " + jar + " is missing");
        }
        Map<String, String> all = new HashMap<>(environment);
        all.put("QUARKUS_HTTP_PORT", Integer.toString(port()));
        all.put("SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS", secrets().toString());
        daemon.start(JavaProgram.ofJar(stack, name(), options, jar, all));
    }

    @Override
    public void awaitReady() {
        daemon.awaitReady(PATIENCE, this::isReady);
    }

    @Override
    public boolean isReady() {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void stop() {
        daemon.stop("TERM", TO_STOP);
    }
}
