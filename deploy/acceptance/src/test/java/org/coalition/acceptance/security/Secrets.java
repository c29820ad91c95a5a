package org.coalition.acceptance.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalition.acceptance.running.RunningSet;
import org.coalition.local.api.Answer;
import org.coalition.local.api.Partner;
import org.coalition.local.stack.Component;

/** What a set has to keep to itself, and who tells it all the same. */
final class Secrets {
    /** Passwords and keys are as long as this, and no word, name or number is. */
    private static final Pattern RANDOM = Pattern.compile("[A-Za-z0-9+/_=-]{40,}");

    private static final Pattern OPERATORS_PORT =
            Pattern.compile("Management interface listening on (http://[0-9.]+:[0-9]+)");
    private static final Set<String> PUBLIC = Set.of("ca.crt", "server.crt", "audit.verification-keys");
    private static final List<String> PAGES = List.of(
            "/q/health",
            "/q/health/live",
            "/q/health/ready",
            "/q/health/started",
            "/q/metrics",
            "/q/info",
            "/q/openapi");

    /** Each secret with the file that it is in. */
    private final Map<String, Path> known = new HashMap<>();

    Secrets(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!PUBLIC.contains(file.getFileName().toString())) {
                    RANDOM.matcher(read(file))
                            .results()
                            .map(MatchResult::group)
                            .forEach(secret -> known.put(secret, file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many secrets there are. */
    int count() {
        return known.size();
    }

    /** The files whose secrets stand in a text. */
    Set<Path> in(String text) {
        return known.keySet().stream().filter(text::contains).map(known::get).collect(Collectors.toSet());
    }

    /** Where secrets stand that should not: in logs, in what a list of the machine's processes shows, on the pages for operators. */
    List<String> toldBy(RunningSet set) {
        List<String> faults = new ArrayList<>();
        for (Component component : set.processes().components()) {
            note(component.log().toString(), read(component.log()), faults);
            note("the command line of " + component.name(), read(Path.of("/proc", pid(component), "cmdline")), faults);
        }
        for (Component service :
                List.of(set.processes().meetings(), set.processes().initiatives())) {
            notePages("http://localhost:" + service.port(), faults);
        }
        // A gateway that was started again has told it again.
        String operators = OPERATORS_PORT
                .matcher(read(set.processes().gateway().log()))
                .results()
                .map(found -> found.group(1))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new AssertionError("The gateway does not tell where its pages for operators are"));
        notePages(operators, faults);
        return faults;
    }

    private void notePages(String address, List<String> faults) {
        assertEquals(200, Partner.anonymous(address).get("/q/metrics").status(), address);
        for (String page : PAGES) {
            Answer answer = Partner.anonymous(address).get(page);
            note(address + page, answer.text(), faults);
        }
    }

    private void note(String place, String text, List<String> faults) {
        in(text).forEach(file -> faults.add(place + " tells what is in " + file));
    }

    private static String pid(Component component) {
        return Long.toString(component.pid().orElseThrow());
    }

    private static String read(Path file) {
        try {
            // A log may hold a byte that is no text.
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
