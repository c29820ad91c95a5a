package org.coalition.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.coalition.local.stack.Component;

/** What runs where. */
record Status(String name, Long pid, int port, String state, String log) {
    static List<Status> of(List<Component> components) {
        return components.parallelStream().map(Status::of).toList();
    }

    private static Status of(Component component) {
        String state = component.state();
        return new Status(
                component.name(),
                component.pid().stream().boxed().findFirst().orElse(null),
                component.port(),
                state,
                component.log().toString());
    }

    static String json(List<Status> all) {
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String table(List<Status> all) {
        return all.stream()
                .map(one -> String.format(
                        Locale.ROOT,
                        "%-12s %8s %6d  %-10s %s",
                        one.name,
                        one.pid == null ? "-" : one.pid.toString(),
                        one.port,
                        one.state,
                        one.log))
                .collect(Collectors.joining(
                        System.lineSeparator(),
                        String.format(Locale.ROOT, "%-12s %8s %6s  %-10s %s%n", "NAME", "PID", "PORT", "STATE", "LOG"),
                        ""));
    }
}
