package org.coalition.defaults.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.aggregate.DomainEvent;

/**
 * The schemas of a service's events as they are committed, in the folder {@code events} beside each noun, against its repositories and
 * the sealed interfaces that their aggregates return. {@code -Dcontract.update} writes them anew.
 */
public final class CommittedEvents {
    private static final ObjectWriter JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build()
            .writer(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withSeparators(
                            DefaultPrettyPrinter.DEFAULT_SEPARATORS.withObjectFieldValueSpacing(Spacing.AFTER)));

    private CommittedEvents() {}

    /** Fails, saying what to do, if the two differ. Runs in the folder of the module, after the application was built. */
    public static void check(Collection<Aggregates<?, ?>> repositories) {
        try {
            Map<Path, String> written = written(repositories);
            Map<Path, String> committed = committed();
            if (System.getProperty("contract.update") != null) {
                for (Path gone : committed.keySet()) {
                    Files.delete(gone);
                }
                for (Map.Entry<Path, String> file : written.entrySet()) {
                    Files.createDirectories(file.getKey().getParent());
                    Files.writeString(file.getKey(), file.getValue());
                }
                committed = committed();
            }
            String advice =
                    "The events have changed; if that is meant, run the build with -Dcontract.update and commit ";
            assertEquals(written.keySet(), committed.keySet(), advice + "their schemas");
            for (Map.Entry<Path, String> file : written.entrySet()) {
                assertEquals(committed.get(file.getKey()), file.getValue(), advice + file.getKey());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Path, String> committed() throws IOException {
        Map<Path, String> committed = new TreeMap<>();
        for (Path file : EventSchemas.files(Path.of(""))) {
            committed.put(file, Files.readString(file));
        }
        return committed;
    }

    private static Map<Path, String> written(Collection<Aggregates<?, ?>> repositories) throws IOException {
        WholeAnswers answers = WholeAnswers.ofTheBuild();
        Map<Path, String> written = new TreeMap<>();
        for (Aggregates<?, ?> repository : repositories) {
            Class<?>[] types = types(repository);
            Class<?> events = events(types[0]);
            Path folder = EventSchemas.SOURCES.resolve(
                    types[0].getPackageName().replace('.', '/') + '/' + EventSchemas.FOLDER);
            Map<String, ObjectNode> files = EventSchema.files(
                    repository.noun(),
                    types[1],
                    named(events),
                    belongsToARoot(repository),
                    EventComments.of(events, Path.of("")),
                    answers);
            for (Map.Entry<String, ObjectNode> file : files.entrySet()) {
                written.put(folder.resolve(file.getKey()), JSON.writeValueAsString(file.getValue()) + '\n');
            }
        }
        return written;
    }

    /** The aggregate of a repository and its view. */
    private static Class<?>[] types(Aggregates<?, ?> repository) {
        Class<?> kind = repository.getClass();
        while (!(kind.getGenericSuperclass() instanceof ParameterizedType known)
                || known.getActualTypeArguments().length < 2) {
            kind = kind.getSuperclass();
        }
        Type[] arguments = ((ParameterizedType) kind.getGenericSuperclass()).getActualTypeArguments();
        return new Class<?>[] {(Class<?>) arguments[0], (Class<?>) arguments[1]};
    }

    private static Class<?> events(Class<?> aggregate) {
        try {
            return Class.forName(aggregate.getName() + "Event", false, aggregate.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(aggregate + " has no sealed interface of its events", e);
        }
    }

    private static List<Class<?>> named(Class<?> events) {
        return Arrays.stream(events.getPermittedSubclasses())
                .filter(DomainEvent.class::isAssignableFrom)
                .toList();
    }

    private static boolean belongsToARoot(Aggregates<?, ?> repository) {
        for (Class<?> type = repository.getClass(); type != Aggregates.class; type = type.getSuperclass()) {
            try {
                return type.getDeclaredMethod("belongingTo", UUID.class) != null;
            } catch (NoSuchMethodException inherited) {
                continue;
            }
        }
        return false;
    }
}
