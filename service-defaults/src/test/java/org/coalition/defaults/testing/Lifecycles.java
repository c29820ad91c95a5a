package org.coalition.defaults.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The state diagrams in a service's {@code README.md}, against the tables in its enums: every enum with a method {@code next},
 * without a parameter or with one of an enum that chooses among several tables. {@code -Dlifecycles.update} writes them anew.
 */
public final class Lifecycles {
    private static final String BEGIN = "<!-- generated from the enums; -Dlifecycles.update writes it anew -->\n";
    private static final String END = "<!-- end of what is generated -->\n";

    private Lifecycles() {}

    /** Fails, saying what to do, if README and enums differ. Runs in the folder of the module. */
    public static void check(String basePackage) {
        Path readme = Path.of("README.md");
        try {
            String text = Files.readString(readme);
            int from = text.indexOf(BEGIN) + BEGIN.length();
            int to = text.indexOf(END);
            String drawn = diagrams(basePackage);
            if (System.getProperty("lifecycles.update") != null) {
                Files.writeString(readme, text.substring(0, from) + drawn + text.substring(to));
                return;
            }
            assertEquals(
                    drawn,
                    text.substring(from, to),
                    "A lifecycle has changed; run this test with -Dlifecycles.update and commit README.md");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String diagrams(String basePackage) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(basePackage).stream()
                        .filter(JavaClass::isEnum)
                        .sorted(Comparator.comparing(JavaClass::getSimpleName))
                        .flatMap(lifecycle -> table(lifecycle.reflect()))
                        .collect(Collectors.joining());
    }

    private static Stream<String> table(Class<?> lifecycle) {
        return Arrays.stream(lifecycle.getDeclaredMethods())
                .filter(method -> method.getName().equals("next"))
                .flatMap(next -> diagrams(lifecycle, next));
    }

    /** One diagram, or one for each group of choices that have the same table. */
    private static Stream<String> diagrams(Class<?> lifecycle, Method next) {
        String noun = lifecycle.getSimpleName().replaceAll("Status$", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        next.setAccessible(true);
        if (next.getParameterCount() == 0) {
            return Stream.of(diagram(noun, arrows(lifecycle, next)));
        }
        Map<String, List<String>> choices = new LinkedHashMap<>();
        for (Object choice : next.getParameterTypes()[0].getEnumConstants()) {
            choices.computeIfAbsent(arrows(lifecycle, next, choice), table -> new ArrayList<>())
                    .add(choice.toString());
        }
        return choices.entrySet().stream()
                .map(table -> diagram(noun + " by " + String.join(", ", table.getValue()), table.getKey()));
    }

    private static String diagram(String title, String arrows) {
        return "\n### %s\n\n```mermaid\nstateDiagram-v2\n%s```\n".formatted(title, arrows);
    }

    /** From the first state on; a state that cannot be reached under a choice is not drawn. */
    private static String arrows(Class<?> lifecycle, Method next, Object... choice) {
        List<Object> reached = new ArrayList<>(List.of(lifecycle.getEnumConstants()[0]));
        StringBuilder arrows = new StringBuilder("    [*] --> %s\n".formatted(reached.get(0)));
        for (int i = 0; i < reached.size(); i++) {
            Object state = reached.get(i);
            Collection<?> following = following(next, state, choice);
            following.forEach(to -> arrows.append("    %s --> %s\n".formatted(state, to)));
            following.stream().filter(to -> !reached.contains(to)).forEach(reached::add);
            if (following.isEmpty()) {
                arrows.append("    %s --> [*]\n".formatted(state));
            }
        }
        return arrows.toString();
    }

    private static Collection<?> following(Method next, Object state, Object... choice) {
        try {
            return (Collection<?>) next.invoke(state, choice);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
