package org.coalition.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the contract of the events as a page, noun by noun. */
final class EventDocs {
    private static final String OWN = "org.coalition.";

    private final JsonNode document;
    private final Map<String, List<JsonNode>> byNoun = new TreeMap<>();

    EventDocs(JsonNode document) {
        this.document = document;
        document.at("/components/messages").forEach(message -> {
            String noun = message.at("/tags/0/name").asText();
            if (!noun.isEmpty()) {
                byNoun.computeIfAbsent(noun, key -> new ArrayList<>()).add(message);
            }
        });
    }

    /** The template with what the contract says in the places of its comments. */
    String html(String template) {
        return template.replace("<!-- nouns -->", nouns())
                .replace(
                        "<!-- introduction -->",
                        prose(document.at("/info/description").asText()))
                .replace("<!-- attributes -->", attributes())
                .replace(
                        "<!-- events -->",
                        byNoun.keySet().stream().map(this::section).collect(Collectors.joining()));
    }

    private String nouns() {
        return byNoun.keySet().stream()
                .map(noun -> "<li><a href=\"#%1$s\">%2$s</a></li>".formatted(noun, words(noun)))
                .collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    private String attributes() {
        JsonNode headers = document.at("/components/messageTraits/record/headers");
        return rows(headers.path("properties").properties().stream()
                .filter(header -> header.getKey().startsWith("ce_"))
                .map(header ->
                        row(header.getKey().substring("ce_".length()), header.getValue(), headers, header.getKey())));
    }

    private String section(String noun) {
        List<JsonNode> messages = byNoun.get(noun);
        JsonNode resource = resolved(messages.get(0).at("/payload/properties/after"));
        return "<section id=\"%1$s\"><h2>%2$s</h2><p>%3$s</p>"
                        .formatted(
                                noun,
                                capital(words(noun)),
                                inline(resource.path("description").asText()))
                + "<details><summary>The resource as its events have it (<code>after</code>)</summary>"
                + properties(resource) + "</details>"
                + messages.stream().map(this::event).collect(Collectors.joining())
                + "</section>";
    }

    private String event(JsonNode message) {
        String type = message.path("name").asText();
        JsonNode facts = message.at("/payload/properties/facts");
        JsonNode example = message.at("/examples/0");
        return "<details id=\"%1$s\"><summary><code>%1$s</code> <span class=\"meaning\">%2$s</span></summary>"
                        .formatted(
                                type.substring(OWN.length()),
                                inline(message.path("summary").asText()))
                + "<p>Type <code>%s</code></p>".formatted(type)
                + (facts.has("properties") ? "<p>Facts, beside the resource:</p>" + properties(facts) : "")
                + "<p>An example, as headers and value of a record:</p><pre><code>%s</code></pre></details>"
                        .formatted(escape(headers(example.path("headers"))
                                + '\n'
                                + example.path("payload").toPrettyString()));
    }

    private static String headers(JsonNode headers) {
        return headers.properties().stream()
                .map(header -> header.getKey() + ": " + header.getValue().asText() + '\n')
                .collect(Collectors.joining());
    }

    private String properties(JsonNode object) {
        return rows(object.path("properties").properties().stream()
                .map(property -> row(property.getKey(), property.getValue(), object, property.getKey())));
    }

    private static String rows(Stream<String> rows) {
        return rows.collect(
                Collectors.joining("", "<table><tr><th>Name</th><th>Type</th><th>Meaning</th></tr>", "</table>"));
    }

    private String row(String name, JsonNode schema, JsonNode object, String required) {
        JsonNode target = resolved(schema);
        boolean always = false;
        for (JsonNode one : object.path("required")) {
            always |= one.asText().equals(required);
        }
        String told =
                schema.path("description").asText(target.path("description").asText());
        return "<tr><td><code>%s</code></td><td>%s%s</td><td>%s</td></tr>"
                .formatted(name, inline(type(target)), always ? "" : ", optional", inline(told));
    }

    private String type(JsonNode schema) {
        if (schema.has("enum")) {
            return Stream.iterate(0, i -> i < schema.path("enum").size(), i -> i + 1)
                    .map(i -> '`' + schema.path("enum").path(i).asText() + '`')
                    .collect(Collectors.joining(" "));
        }
        if (schema.has("const")) {
            return '`' + schema.path("const").asText() + '`';
        }
        String type = schema.path("type").asText("object");
        if (type.equals("array")) {
            return "list of " + type(resolved(schema.path("items")));
        }
        return type.equals("string") && schema.has("format")
                ? schema.path("format").asText()
                : type;
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode reference = schema.has("allOf") ? schema.at("/allOf/0/$ref") : schema.path("$ref");
        return reference.isMissingNode()
                ? schema
                : document.at(reference.asText().substring(1));
    }

    /** Paragraphs in the little of Markdown that the contract uses. */
    private static String prose(String text) {
        return Stream.of(text.split("\\n\\s*\\n", -1))
                .map(paragraph -> "<p>" + inline(paragraph) + "</p>")
                .collect(Collectors.joining("\n"));
    }

    private static String inline(String text) {
        return escape(text)
                .replaceAll("\\*\\*([^*]+)\\*\\*", "<strong>$1</strong>")
                .replaceAll("`([^`]+)`", "<code>$1</code>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String words(String kebab) {
        return kebab.replace('-', ' ');
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
