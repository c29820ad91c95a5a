package org.coalition.local.stack;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.coalition.local.process.Daemon;
import org.coalition.local.process.Program;
import org.coalition.local.process.StackFailure;

/** Collects the metrics of the three services, and raises the alerts of {@code deploy/observability}. Only for those who ask for it. */
public final class Prometheus implements Component {
    private static final String PROGRAM = "prometheus";
    private static final String RULES = "rules.yaml";
    private static final Duration TO_STOP = Duration.ofSeconds(10);
    private static final Duration TO_ANSWER = Duration.ofSeconds(1);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(TO_ANSWER).build();

    private static final String SETTINGS = """
            global:
              scrape_interval: 5s
              evaluation_interval: 5s
            rule_files:
            - %s
            scrape_configs:
            """.formatted(RULES);
    private static final String JOB = """
            - job_name: %s
              metrics_path: /q/metrics
              static_configs:
              - targets: [localhost:%d]
            """;

    private final Stack stack;
    private final Path folder;
    private final String storage;
    private final Daemon daemon;

    public Prometheus(Stack stack) {
        this.stack = stack;
        this.folder = stack.data().resolve(PROGRAM);
        this.storage = "--storage.tsdb.path=" + folder.resolve("data");
        this.daemon = stack.daemon(PROGRAM, stack.ports().prometheus(), storage);
    }

    /** Fails with a line that says how to get it if this machine has not the program. */
    public static void requireProgram() {
        if (!Program.onPath(PROGRAM)) {
            throw new StackFailure("there is no program " + PROGRAM
                    + " on the PATH: install it (Debian: apt-get install prometheus), or start without --observe");
        }
    }

    public String url() {
        return "http://localhost:" + port();
    }

    @Override
    public Daemon daemon() {
        return daemon;
    }

    @Override
    public void start() {
        requireProgram();
        Path settings = folder.resolve("prometheus.yaml");
        try (InputStream rules = Prometheus.class.getResourceAsStream("/" + RULES)) {
            Files.createDirectories(folder);
            Files.copy(rules, folder.resolve(RULES), StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(
                    settings,
                    SETTINGS
                            + JOB.formatted("gateway", stack.ports().gatewayManagement())
                            + JOB.formatted("meetings-service", stack.ports().meetings())
                            + JOB.formatted("initiatives-service", stack.ports().initiatives()));
        } catch (IOException e) {
            throw new StackFailure("cannot write to " + folder + ": " + e.getMessage(), e);
        }
        daemon.start(new Program(
                List.of(PROGRAM, "--config.file=" + settings, storage, "--web.listen-address=127.0.0.1:" + port()),
                Map.of(),
                folder,
                log()));
    }

    @Override
    public void awaitReady() {
        daemon.awaitReady(PATIENCE, this::isReady);
    }

    @Override
    public boolean isReady() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/-/ready"))
                .timeout(TO_ANSWER)
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
