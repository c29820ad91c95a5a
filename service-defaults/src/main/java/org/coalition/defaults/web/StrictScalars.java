package org.coalition.defaults.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.UUID;
import java.util.function.Function;

/**
 * Reads texts, times and ids as the contract has them and in no other way: the library would take a number of seconds for a
 * time, an array for a date, an empty text for none at all, and half a character for a whole one.
 */
final class StrictScalars extends SimpleModule {
    private static final long serialVersionUID = 1L;

    StrictScalars() {
        super("strict-scalars");
        addDeserializer(String.class, new Text());
        addText(Instant.class, Rfc3339::instant);
        addText(LocalDate.class, Rfc3339::date);
        addText(LocalDateTime.class, Rfc3339::local);
        addText(Period.class, Period::parse);
        addText(Duration.class, Duration::parse);
        addText(UUID.class, StrictParameters::uuid);
    }

    /** Whether PostgreSQL and UTF-8 can hold it: no NUL, and no half of a surrogate pair. */
    static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (Character.isHighSurrogate(next)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (next == 0 || Character.isSurrogate(next)) {
                return false;
            }
        }
        return true;
    }

    private <T> void addText(Class<T> type, Function<String, T> parse) {
        addDeserializer(type, new Parsed<>(type, parse));
    }

    private static final class Text extends StringDeserializer {
        private static final long serialVersionUID = 1L;

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = super.deserialize(json, context);
            if (text != null && !isStorable(text)) {
                throw context.weirdStringException(text, String.class, "has a character that cannot be kept");
            }
            return text;
        }
    }

    private static final class Parsed<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> parse;

        Parsed(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            Class<T> type = (Class<T>) handledType();
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(type, json);
            }
            String text = json.getText();
            try {
                return parse.apply(text);
            } catch (DateTimeException | IllegalArgumentException unreadable) {
                throw context.weirdStringException(text, type, "is not written as the contract has it");
            }
        }
    }
}
