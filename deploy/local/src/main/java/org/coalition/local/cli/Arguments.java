package org.coalition.local.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coalition.local.stack.Feature;

/** A command line: the command, what it is about, its switches and the port offset. */
record Arguments(String command, List<String> operands, Set<String> switches, int portOffset) {
    static final String USAGE = """
            usage: deploy/local/up [--detach] [--fresh]   start everything, load the London story
                        [--keycloak]                      with Keycloak for identity, which is fetched the first time
                        [--secure]                        with TLS and passwords before Kafka and PostgreSQL
                        [--observe]                       with Prometheus and its alerts
                   deploy/local/down                      stop everything, keep the data
                   deploy/local/status [--json]           what runs where
                   deploy/local/logs NAME [--follow]      the log of one process
                   deploy/local/token CLIENT              a bare token, for example of gb-chair
                   deploy/local/events [--all]            follow the events, one line each
            Each takes --port-offset N, which moves all ports and has data of its own.""";

    private static final Map<String, Set<String>> SWITCHES = Map.of(
            "up",
            Set.of("--detach", "--fresh", "--observe", Feature.KEYCLOAK.option(), Feature.SECURE.option()),
            "down",
            Set.of(),
            "status",
            Set.of("--json"),
            "logs",
            Set.of("--follow"),
            "token",
            Set.of(),
            "events",
            Set.of("--all"));
    private static final Map<String, Integer> OPERANDS = Map.of("logs", 1, "token", 1);
    private static final String PORT_OFFSET = "--port-offset";

    /** Fails with {@link IllegalArgumentException} that says what is wrong with the line. */
    static Arguments parse(String... line) {
        if (line.length == 0 || !SWITCHES.containsKey(line[0])) {
            throw new IllegalArgumentException(line.length == 0 ? "no command" : "unknown command " + line[0]);
        }
        String command = line[0];
        List<String> operands = new ArrayList<>();
        Set<String> switches = new HashSet<>();
        int offset = 0;
        for (int i = 1; i < line.length; i++) {
            if (line[i].equals(PORT_OFFSET)) {
                i++;
                offset = number(i < line.length ? line[i] : "nothing");
            } else if (line[i].startsWith(PORT_OFFSET + "=")) {
                offset = number(line[i].substring(PORT_OFFSET.length() + 1));
            } else if (SWITCHES.get(command).contains(line[i])) {
                switches.add(line[i]);
            } else if (line[i].startsWith("-")) {
                throw new IllegalArgumentException(command + " does not know " + line[i]);
            } else {
                operands.add(line[i]);
            }
        }
        if (operands.size() != OPERANDS.getOrDefault(command, 0)) {
            throw new IllegalArgumentException(
                    command + " takes " + (OPERANDS.containsKey(command) ? "one name" : "no name"));
        }
        return new Arguments(command, List.copyOf(operands), Set.copyOf(switches), offset);
    }

    boolean has(String option) {
        return switches.contains(option);
    }

    /** What to add to a command shown to the user, so that it means the same set. */
    String suffix() {
        return portOffset == 0 ? "" : " " + PORT_OFFSET + " " + portOffset;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(PORT_OFFSET + " takes a number, not " + text, e);
        }
    }
}
