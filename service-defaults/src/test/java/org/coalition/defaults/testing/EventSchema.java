package org.coalition.defaults.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The JSON Schemas of one kind of resource: of the resource as its events have it, and of the data of each event, whose facts are as
 * its record has them.
 */
final class EventSchema {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final Class<?> DISCLOSURES = disclosuresOfAll();

    private final String noun;
    private final Class<?> view;
    private final List<Class<?>> events;
    private final EventComments comments;
    private final WholeAnswers answers;
    private final FactTypes types;
    private final Map<String, ObjectNode> files = new TreeMap<>();

    private EventSchema(
            String noun, Class<?> view, List<Class<?>> events, EventComments comments, WholeAnswers answers) {
        this.noun = noun;
        this.view = view;
        this.events = events;
        this.comments = comments;
        this.answers = answers;
        this.types = new FactTypes(noun + ".v1.json", answers);
    }

    /**
     * The schemas by the names of their files.
     *
     * @param belongsToARoot whether it is withheld and disclosed together with another resource
     */
    static Map<String, ObjectNode> files(
            String noun,
            Class<?> view,
            List<Class<?>> events,
            boolean belongsToARoot,
            EventComments comments,
            WholeAnswers answers) {
        EventSchema schema = new EventSchema(noun, view, events, comments, answers);
        schema.resource();
        events.forEach(schema::event);
        if (belongsToARoot) {
            schema.disclosures();
        }
        schema.withheld(belongsToARoot);
        schema.put(
                        "snapshot",
                        "As it is, for a consumer that begins; told in snapshots, and in a topic after the database was restored from a backup.")
                .setAll(schema.state());
        return schema.files;
    }

    private void resource() {
        Stream<Class<?>> facts = events.stream()
                .flatMap(event -> Stream.of(event.getRecordComponents()))
                .map(RecordComponent::getGenericType)
                .map(FactTypes::element)
                .filter(type -> type.isRecord() || type.isEnum() && answers.has(type));
        Map<String, ObjectNode> needed =
                answers.closure(Stream.concat(Stream.of(view), facts).distinct().collect(Collectors.toList()));
        ObjectNode file = JsonNodeFactory.instance.objectNode().put("$schema", DIALECT);
        file.put("title", WholeAnswers.name(view)).setAll(needed.remove(WholeAnswers.name(view)));
        if (!needed.isEmpty()) {
            file.putObject("$defs").setAll(needed);
        }
        files.put(noun + ".v1.json", file);
    }

    private void event(Class<?> event) {
        ObjectNode facts = object();
        List<String> always = WholeAnswers.always(event);
        for (RecordComponent component : event.getRecordComponents()) {
            ObjectNode fact = types.schema(component.getGenericType());
            String told = comments.of(event.getSimpleName(), component.getName());
            if (told != null) {
                fact.put("description", told);
            }
            facts.withObjectProperty("properties").set(component.getName(), fact);
            if (always.contains(component.getName())) {
                facts.withArray("required").add(component.getName());
            }
        }
        put(words(event.getSimpleName()), comments.of(event.getSimpleName())).setAll(data(facts));
    }

    /** What happens to it because the circle of those changes who may know of what it belongs to. */
    private void disclosures() {
        EventComments told = EventComments.of(DISCLOSURES, Path.of("../service-defaults"));
        for (Class<?> disclosure : DISCLOSURES.getPermittedSubclasses()) {
            put(words(disclosure.getSimpleName()), told.of(disclosure.getSimpleName()))
                    .setAll(data(object()));
        }
    }

    /** Of what belongs to another resource the restricted topic gets the whole; the open topic never gets more than the word. */
    private void withheld(boolean belongsToARoot) {
        ObjectNode file = put(
                "withheld",
                "From now on only listed parties may know of it. No data"
                        + (belongsToARoot ? ", but on the restricted topic." : "."));
        if (belongsToARoot) {
            file.setAll(data(object()));
            file.putArray("type").add("object").add("null");
        } else {
            file.put("type", "null");
        }
    }

    private ObjectNode put(String verb, String told) {
        ObjectNode file = JsonNodeFactory.instance.objectNode().put("$schema", DIALECT);
        String happened = capital(noun.replace('-', ' ')) + ' ' + verb.replace('-', ' ') + '.';
        files.put(noun + '.' + verb + ".v1.json", file);
        return file.put("title", "org.coalition." + noun + '.' + verb + ".v1")
                .put("description", told.isEmpty() ? happened : happened + ' ' + told);
    }

    private ObjectNode state() {
        ObjectNode state = object();
        state.putObject("properties").putObject("after").put("$ref", noun + ".v1.json");
        state.putArray("required").add("after");
        return state;
    }

    private ObjectNode data(ObjectNode facts) {
        ObjectNode data = state();
        ObjectNode properties = (ObjectNode) data.path("properties");
        properties
                .putObject("changed")
                .put("type", "array")
                .put("description", "The names of the properties that changed.")
                .putObject("items")
                .put("type", "string");
        properties.set("facts", facts.put("description", "What the event says beside."));
        data.withArray("required").add("changed").add("facts");
        return data;
    }

    private static Class<?> disclosuresOfAll() {
        try {
            return Class.forName("org.coalition.defaults.aggregate.DisclosureEvent");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode().put("type", "object");
    }

    private static String words(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
