package org.coalition.local.stack;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.coalition.local.process.StackFailure;

/** The whole product on one machine: what it consists of and in which order it starts and stops. */
public final class Coalition {
    private final PostgreSql postgreSql;
    private final KafkaBroker kafka;
    private final Issuer identity;
    private final ServiceProcess meetings;
    private final ServiceProcess initiatives;
    private final ServiceProcess gateway;
    private final Prometheus prometheus;
    private final Set<Component> startedHere = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    public Coalition(Stack stack, Apps apps) {
        this.postgreSql = new PostgreSql(stack);
        this.kafka = new KafkaBroker(stack);
        this.identity = stack.has(Feature.KEYCLOAK) ? new Keycloak(stack) : new Identity(stack);
        this.meetings = ServiceProcess.meetings(stack, apps.meetingsJar());
        this.initiatives = ServiceProcess.initiatives(stack, apps.initiativesJar());
        this.gateway = ServiceProcess.gateway(stack, apps.gatewayJar());
        this.prometheus = new Prometheus(stack);
    }

    public PostgreSql postgreSql() {
        return postgreSql;
    }

    public KafkaBroker kafka() {
        return kafka;
    }

    public Issuer identity() {
        return identity;
    }

    public ServiceProcess meetings() {
        return meetings;
    }

    public ServiceProcess initiatives() {
        return initiatives;
    }

    public ServiceProcess gateway() {
        return gateway;
    }

    public Prometheus prometheus() {
        return prometheus;
    }

    /** Those that it always has, and Prometheus while it runs. */
    public List<Component> components() {
        List<Component> always = List.of(postgreSql, kafka, identity, meetings, initiatives, gateway);
        return prometheus.isRunning()
                ? Stream.concat(always.stream(), Stream.of(prometheus)).toList()
                : always;
    }

    /** Adds Prometheus to what runs. */
    public void observe(Progress progress) {
        prometheus.daemon().requirePort();
        run(prometheus, progress);
    }

    /** Starts what does not run, side by side where nothing depends on it, and returns when all is ready. */
    public void start(Progress progress) {
        components().stream().map(Component::daemon).forEach(daemon -> daemon.requirePort());
        ExecutorService threads = Executors.newFixedThreadPool(components().size());
        try {
            var database = step(threads, postgreSql, progress);
            var broker = step(threads, kafka, progress);
            var issuer = step(threads, identity, progress);
            var base = CompletableFuture.allOf(database, broker, issuer);
            CompletableFuture.allOf(
                            base.thenCompose(done -> step(threads, meetings, progress)),
                            base.thenCompose(done -> step(threads, initiatives, progress)),
                            base.thenCompose(done -> step(threads, gateway, progress)))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Stops the services first, while what they stand on is still there. */
    public void stop(Progress progress) {
        stop(component -> true, progress);
    }

    /** Takes back a start that did not come to its end: stops what it started, and leaves what ran before. */
    public void stopStartedHere(Progress progress) {
        stop(startedHere::contains, progress);
    }

    private void stop(Predicate<Component> chosen, Progress progress) {
        stopping = true;
        for (List<Component> level : List.of(
                List.<Component>of(prometheus, gateway, meetings, initiatives),
                List.<Component>of(identity, kafka),
                List.<Component>of(postgreSql))) {
            level.parallelStream().filter(chosen).filter(Component::isRunning).forEach(component -> {
                long began = System.nanoTime();
                component.stop();
                progress.stopped(component, Duration.ofNanos(System.nanoTime() - began));
            });
        }
    }

    private CompletableFuture<Void> step(ExecutorService threads, Component component, Progress progress) {
        return CompletableFuture.runAsync(() -> run(component, progress), threads);
    }

    private void run(Component component, Progress progress) {
        if (stopping) {
            throw new StackFailure("stopped while starting");
        }
        boolean ran = component.isRunning();
        if (!ran) {
            startedHere.add(component);
        }
        long began = System.nanoTime();
        component.startAndAwait();
        progress.ready(component, ran, Duration.ofNanos(System.nanoTime() - began));
    }

    /** Told of each step; may be called from several threads. */
    public interface Progress {
        void ready(Component component, boolean ranAlready, Duration took);

        void stopped(Component component, Duration took);

        /** For callers with nobody to show it to. */
        static Progress silent() {
            return new Progress() {
                @Override
                public void ready(Component component, boolean ranAlready, Duration took) {}

                @Override
                public void stopped(Component component, Duration took) {}
            };
        }
    }
}
