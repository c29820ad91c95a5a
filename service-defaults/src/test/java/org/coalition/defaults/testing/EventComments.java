package org.coalition.defaults.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in the comments before the records of events, for those who read their schemas and not the source. */
final class EventComments {
    private static final Pattern COMMENT =
            Pattern.compile("/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*record (\\w+)\\(", Pattern.MULTILINE);
    private static final Pattern PARAM = Pattern.compile("@param (\\w+) ([^@]+)");

    private final Map<String, String> texts = new HashMap<>();

    private EventComments(String source) {
        Matcher comment = COMMENT.matcher(source);
        while (comment.find()) {
            texts.put(
                    comment.group(2),
                    comment.group(1)
                            .replaceAll("\\n\\s*\\*", " ")
                            .replaceAll("\\s+", " ")
                            .strip());
        }
    }

    /** Those in the source of an interface of a module. */
    static EventComments of(Class<?> events, Path module) {
        String source = "src/main/java/" + events.getName().replace('.', '/') + ".java";
        try {
            return new EventComments(Files.readString(module.resolve(source)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the comment says of an event; empty if there is none. */
    String of(String event) {
        return texts.getOrDefault(event, "").replaceAll("@param [\\s\\S]*", "").strip();
    }

    /** What it says of one of its facts; null if it says nothing. */
    String of(String event, String fact) {
        Matcher param = PARAM.matcher(texts.getOrDefault(event, ""));
        while (param.find()) {
            if (param.group(1).equals(fact)) {
                String told = param.group(2).strip();
                return told.substring(0, 1).toUpperCase(Locale.ROOT) + told.substring(1) + '.';
            }
        }
        return null;
    }
}
