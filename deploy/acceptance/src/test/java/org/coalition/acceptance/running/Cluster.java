package org.coalition.acceptance.running;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.coalition.local.process.Await;
import org.coalition.local.stack.Component;
import org.coalition.local.stack.Ports;
import org.coalition.local.stack.ServiceProcess;

/**
 * Two instances of each service, and two gateways beside the set's own, behind a balancer each: callers reach the gateways through one, and
 * the gateways the services through the others.
 */
public final class Cluster implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final List<Balancer> balancers = new ArrayList<>();
    private final List<ServiceProcess> own = new ArrayList<>();
    private final List<List<ServiceProcess>> turns = new ArrayList<>();

    /** How instances end and begin, by variables of their environment. */
    public enum Ending {
        /** As they are shipped. */
        SHIPPED(Map.of("QUARKUS_SHUTDOWN_DELAY", "8S", "WARM_UP_PATIENCE", "60S")),
        /** The same in less time. The set's own instances stay as they are. */
        BRISK(Map.of("QUARKUS_SHUTDOWN_DELAY", "3S", "COALITION_RELAY_IDLE", "1S", "WARM_UP_PATIENCE", "60S"));

        private final Map<String, String> environment;

        Ending(Map<String, String> environment) {
            this.environment = environment;
        }

        private ServiceProcess of(ServiceProcess process) {
            ServiceProcess changed = process;
            for (Map.Entry<String, String> variable : environment.entrySet()) {
                changed = changed.with(variable.getKey(), variable.getValue());
            }
            return changed;
        }
    }

    private Cluster() {}

    /** All are ready when it returns. */
    public static Cluster beside(RunningSet set, Ending ending) {
        Cluster cluster = new Cluster();
        try {
            cluster.start(set, ending);
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private void start(RunningSet set, Ending ending) {
        List<Integer> ports = Ports.free(4);
        Balancer meetings = pair(set.processes().meetings(), "meetings-2", ports.get(0), ending);
        Balancer initiatives = pair(set.processes().initiatives(), "initiatives-2", ports.get(1), ending);
        ServiceProcess gateway = ending.of(set.processes().gateway())
                .with("COALITION_MEETINGS_URL", meetings.url())
                .with("COALITION_INITIATIVES_URL", initiatives.url());
        List<ServiceProcess> gateways =
                List.of(gateway.named("gateway-1", ports.get(2)), gateway.named("gateway-2", ports.get(3)));
        own.addAll(gateways);
        if (ending == Ending.SHIPPED) {
            gateways.forEach(one -> turns.add(List.of(one)));
        } else {
            turns.add(own.stream().filter(one -> one != gateways.get(0)).toList());
        }
        own.parallelStream().forEach(Component::startAndAwait);
        balancers.add(new Balancer(gateways));
        awaitWhole();
    }

    private Balancer pair(ServiceProcess first, String name, int port, Ending ending) {
        ServiceProcess second = ending.of(first).named(name, port);
        own.add(second);
        if (ending == Ending.SHIPPED) {
            ServiceProcess same = ending.of(first);
            same.stop();
            same.startAndAwait();
            turns.add(List.of(same));
            turns.add(List.of(second));
        }
        Balancer balancer = new Balancer(List.of(first, second));
        balancers.add(balancer);
        return balancer;
    }

    /** Where callers find the gateways. */
    public String url() {
        return balancers.get(balancers.size() - 1).url();
    }

    /** What can be restarted at a time, never both instances of a service; of those that can be at all, each in one turn. */
    public List<List<ServiceProcess>> turns() {
        return List.copyOf(turns);
    }

    /** Lets these end as they will, and comes back when all get connections again. */
    public void restart(List<ServiceProcess> instances) {
        instances.parallelStream().forEach(instance -> {
            instance.stop();
            instance.startAndAwait();
        });
        awaitWhole();
    }

    /** How many connections no instance could be found for, or refused. */
    public int refused() {
        return balancers.stream().mapToInt(Balancer::refused).sum();
    }

    private void awaitWhole() {
        if (!Await.until(PATIENCE, () -> balancers.stream().allMatch(Balancer::isWhole))) {
            throw new AssertionError("Not ready: "
                    + balancers.stream()
                            .flatMap(balancer -> balancer.instances().stream())
                            .filter(instance -> !instance.isReady())
                            .map(Component::name)
                            .toList());
        }
    }

    @Override
    public void close() {
        own.parallelStream().forEach(Component::stop);
        balancers.forEach(Balancer::close);
    }
}
