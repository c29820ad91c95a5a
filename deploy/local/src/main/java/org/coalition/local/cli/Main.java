package org.coalition.local.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.coalition.local.event.EventTail;
import org.coalition.local.identity.Realm;
import org.coalition.local.identity.TokenClient;
import org.coalition.local.process.StackFailure;
import org.coalition.local.stack.Coalition;
import org.coalition.local.stack.Component;
import org.slf4j.LoggerFactory;

/** The launcher behind the scripts in deploy/local. Failures are one line on standard error and an exit code. */
public final class Main {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final PrintStream out;

    private Main(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] line) {
        // Before there are several threads: the first ones to log at once would be told of each other on standard
        // error.
        LoggerFactory.getILoggerFactory();
        int code = new Main(System.out).run(line);
        System.out.flush();
        System.exit(code);
    }

    private int run(String... line) {
        try {
            execute(Arguments.parse(line));
            return 0;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + System.lineSeparator() + Arguments.USAGE);
            return MISUSED;
        } catch (StackFailure e) {
            System.err.println("failed: " + e.getMessage());
            return FAILED;
        }
    }

    private void execute(Arguments arguments) {
        Installation installation = Installation.of(arguments);
        Coalition coalition = installation.coalition();
        Steps steps = new Steps(out);
        switch (arguments.command()) {
            case "up" -> new Up(arguments, steps).run();
            case "down" -> WorkLock.holding(installation.stack().data(), () -> coalition.stop(steps));
            case "status" -> {
                var all = Status.of(coalition.components());
                out.println(arguments.has("--json") ? Status.json(all) : Status.table(all));
            }
            case "logs" ->
                new Logs(named(coalition, arguments.operands().get(0)).log(), out).print(arguments.has("--follow"));
            case "token" ->
                out.println(new TokenClient(installation.stack().issuer())
                        .token(known(arguments.operands().get(0))));
            case "events" -> new EventTail(installation.stack().kafkaClient(), out).follow(arguments.has("--all"));
            default -> throw new IllegalArgumentException("unknown command " + arguments.command());
        }
    }

    private static String known(String client) {
        Set<String> clients = Realm.read().clients().keySet();
        if (!clients.contains(client)) {
            throw new StackFailure("there is no client " + client + "; there are " + String.join(", ", clients));
        }
        return client;
    }

    private static Component named(Coalition coalition, String name) {
        return coalition.components().stream()
                .filter(component -> component.name().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new StackFailure("there is no process " + name + "; there are "
                        + coalition.components().stream().map(Component::name).collect(Collectors.joining(", "))));
    }
}
