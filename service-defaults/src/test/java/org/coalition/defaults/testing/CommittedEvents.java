package org.coalition.defaults.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.aggregate.DomainEvent;

/**
 * The events of a service as they are committed, {@code events.yaml} in the module, against its repositories and the sealed
 * interfaces that their aggregates return: the webhooks of its contract. {@code -Dcontract.update} writes them anew.
 */
public final class CommittedEvents {
    private static final Path COMMITTED = Path.of("events.yaml");
    // A text that looks like a number keeps its quotes.
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    private CommittedEvents() {}

    /** Fails, saying what to do, if the two differ. Runs in the folder of the module. */
    public static void check(Collection<Aggregates<?, ?>> repositories) {
        try {
            String written = YAML.writeValueAsString(document(repositories));
            if (System.getProperty("contract.update") != null) {
                Files.writeString(COMMITTED, written);
            }
            assertEquals(
                    Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "",
                    written,
                    "The events have changed; if that is meant, run the build with -Dcontract.update and commit events.yaml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode document(Collection<Aggregates<?, ?>> repositories) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ObjectNode webhooks = document.putObject("webhooks");
        ObjectNode schemas = document.putObject("components").putObject("schemas");
        schemas.set("CloudEvent", EventSchema.envelope());
        repositories.stream()
                .sorted(Comparator.comparing(Aggregates::noun))
                .forEach(repository -> announce(repository, webhooks, schemas));
        return document;
    }

    private static void announce(Aggregates<?, ?> repository, ObjectNode webhooks, ObjectNode schemas) {
        Class<?> kind = repository.getClass();
        while (!(kind.getGenericSuperclass() instanceof ParameterizedType known)
                || known.getActualTypeArguments().length < 2) {
            kind = kind.getSuperclass();
        }
        Type[] arguments = ((ParameterizedType) kind.getGenericSuperclass()).getActualTypeArguments();
        Class<?> aggregate = (Class<?>) arguments[0];
        EventSchema schema = new EventSchema(repository.noun(), (Class<?>) arguments[1]);
        schema.define(schemas);
        events(aggregate).forEach(event -> schema.put(webhooks, event));
        if (belongsToARoot(repository)) {
            schema.putDisclosed(webhooks);
        }
        schema.putWithheld(webhooks);
    }

    private static List<Class<?>> events(Class<?> aggregate) {
        try {
            Class<?> all = Class.forName(aggregate.getName() + "Event", false, aggregate.getClassLoader());
            return Arrays.stream(all.getPermittedSubclasses())
                    .filter(DomainEvent.class::isAssignableFrom)
                    .toList();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(aggregate + " has no sealed interface of its events", e);
        }
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
