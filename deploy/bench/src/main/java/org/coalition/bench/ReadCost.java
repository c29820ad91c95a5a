package org.coalition.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.coalition.local.stack.Stack;

/**
 * What a hop costs: one meeting read by id from the service itself, through the gateway and through nginx. The ways take
 * turns in short rounds, so that a machine with other work to do is unfair to all of them alike.
 */
final class ReadCost {
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final int ROUNDS = 7;
    private static final String DIRECT = "direct";
    private static final String GATEWAY = "gateway";
    private static final String NGINX = "nginx";

    private final Stack stack;
    private final String token;
    private final String path;
    private final PrintStream out;
    private final long gatewayPid;

    ReadCost(Stack stack, long gatewayPid, String token, String meeting, PrintStream out) {
        this.stack = stack;
        this.gatewayPid = gatewayPid;
        this.token = token;
        this.path = "/v1/meetings/" + meeting;
        this.out = out;
    }

    void measure() throws IOException, InterruptedException {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put(DIRECT, stack.ports().meetings());
        ports.put(GATEWAY, stack.ports().gateway());
        Nginx nginx = Nginx.start(
                Path.of(stack.data().toString(), "nginx"), stack.ports().meetings());
        if (nginx != null) {
            ports.put(NGINX, nginx.port());
        }
        try {
            Map<String, List<Double>> rates = new LinkedHashMap<>();
            for (int port : ports.values()) {
                new Load(port, path, token).run(WARM_UP);
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (Map.Entry<String, Integer> way : ports.entrySet()) {
                    double rate = new Load(way.getValue(), path, token).run(ROUND);
                    rates.computeIfAbsent(way.getKey(), name -> new ArrayList<>())
                            .add(rate);
                }
            }
            report(rates);
            cost(GATEWAY, ports.get(GATEWAY), ProcessHandle.of(gatewayPid));
            if (nginx != null) {
                cost(NGINX, nginx.port(), ProcessHandle.of(nginx.pid()));
            }
        } finally {
            if (nginx != null) {
                nginx.stop();
            }
        }
    }

    /** Processor time is less disturbed by other work on the machine than throughput is. */
    private void cost(String way, int port, Optional<ProcessHandle> hop) throws InterruptedException {
        if (hop.isPresent()) {
            Duration before = processorTime(hop.get());
            double requests = new Load(port, path, token).run(ROUND) * ROUND.toSeconds();
            double micros = processorTime(hop.get()).minus(before).toNanos() / 1000.0 / requests;
            out.printf("%-8s %.0f microseconds of processor time a request%n", way, micros);
        }
    }

    private static Duration processorTime(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private void report(Map<String, List<Double>> rates) {
        out.printf(
                "%n== A meeting read by id, %d connections, %d rounds of %d s, token and limits on ==%n",
                Load.CONNECTIONS, ROUNDS, ROUND.toSeconds());
        rates.forEach((way, all) -> out.printf(
                "%-8s %6.0f/s (median; lowest %.0f, highest %.0f)%n", way, median(all), lowest(all), highest(all)));
        ratio(rates, GATEWAY, DIRECT);
        if (rates.containsKey(NGINX)) {
            ratio(rates, NGINX, DIRECT);
            ratio(rates, GATEWAY, NGINX);
        } else {
            out.println("nginx is not installed, so there is nothing to compare the gateway with");
        }
    }

    /** Of the rounds one by one: neighbours in time met the same machine. */
    private void ratio(Map<String, List<Double>> rates, String one, String other) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            ratios.add(rates.get(one).get(i) / rates.get(other).get(i));
        }
        out.printf(
                "%s / %s: %.2f (median of the rounds; %.2f to %.2f)%n",
                one, other, median(ratios), lowest(ratios), highest(ratios));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static double lowest(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    private static double highest(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
}
