package org.coalition.gateway.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Reads events as they stand in the topics: CloudEvents 1.0 in Kafka's binary mode, with headers for the gateway alone. */
final class RecordForm {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String PREFIX = "ce_";
    /** What is for the gateway alone. */
    private static final String POSITION = "ce_position";

    private static final String AUDIENCE = "ce_audience";
    private static final String AUDIENCE_BEFORE = "ce_audiencebefore";
    private static final Set<String> OWN = Set.of(POSITION, AUDIENCE, AUDIENCE_BEFORE);
    private static final Set<String> FEW_VALUES =
            Set.of("ce_specversion", "ce_source", "ce_type", "ce_partykey", "ce_dataclassification");
    private static final List<String> REQUIRED =
            List.of("ce_specversion", "ce_id", "ce_source", "ce_type", "ce_subject", "ce_sequence");
    private static final Set<String> OPEN = Set.of("PUBLIC", "COALITION");

    private RecordForm() {}

    /** Thrown if a record is no event; the message says why. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String why) {
            super(why, null, false, false);
        }
    }

    /** The place of a record in the one order of the topics of its service; before all others if it says none. */
    static long position(ConsumerRecord<byte[], byte[]> message) {
        String position = text(message, POSITION);
        try {
            return position == null ? 0 : Long.parseLong(position);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    /**
     * The event of a record; null for one that only tells consumers of the open topic that it stands elsewhere from now on: the gateway
     * tells it of the record there, to each subscriber as that one may know it.
     */
    static LoggedEvent read(ConsumerRecord<byte[], byte[]> message, boolean restricted) throws Unreadable {
        for (String name : REQUIRED) {
            if (text(message, name) == null) {
                throw new Unreadable("the header " + name + " is missing");
            }
        }
        requireTime(text(message, "ce_recordedtime"));
        if (message.value() == null) {
            if (!restricted) {
                return null;
            }
            throw new Unreadable("the data are missing");
        }
        if (message.key() == null) {
            throw new Unreadable("the key is missing");
        }
        String classification = text(message, "ce_dataclassification");
        Circle open = OPEN.contains(classification) ? Circle.of(classification) : Circle.NOBODY;
        Circle after = restricted ? listed(text(message, AUDIENCE)) : open;
        String before = text(message, AUDIENCE_BEFORE);
        return new LoggedEvent(
                new String(message.key(), StandardCharsets.UTF_8),
                attributes(message),
                onOneLine(message.value()),
                before == null ? after : Circle.of(before),
                after);
    }

    private static Circle listed(String audience) {
        return audience == null ? Circle.NOBODY : Circle.of(audience);
    }

    private static List<String> attributes(ConsumerRecord<byte[], byte[]> message) {
        List<String> attributes = new ArrayList<>(32);
        for (Header header : message.headers()) {
            String name = header.key();
            if (name.startsWith(PREFIX) && !OWN.contains(name) && header.value() != null) {
                String value = text(header);
                attributes.add(name.substring(PREFIX.length()).intern());
                attributes.add(FEW_VALUES.contains(name) ? value.intern() : value);
            }
        }
        attributes.add("datacontenttype");
        attributes.add("application/json");
        return attributes;
    }

    private static void requireTime(String time) throws Unreadable {
        try {
            if (time == null || Instant.parse(time).isBefore(Instant.EPOCH)) {
                throw new Unreadable("the time of recording is none");
            }
        } catch (DateTimeException noTime) {
            throw new Unreadable("the time of recording is none");
        }
    }

    /** The data if they are one JSON document. A line of its own may end only what is written, and nothing within. */
    private static byte[] onOneLine(byte[] data) throws Unreadable {
        try (JsonParser parser = JSON.createParser(data)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Unreadable("the data are no JSON object");
            }
            parser.skipChildren();
            if (parser.nextToken() != null) {
                throw new Unreadable("behind the data there is more");
            }
        } catch (IOException notJson) {
            throw new Unreadable("the data are no JSON");
        }
        for (int i = 0; i < data.length; i++) {
            if (data[i] == '\n' || data[i] == '\r') {
                // Between tokens, for within a text JSON has them escaped.
                data[i] = ' ';
            }
        }
        return data;
    }

    private static String text(ConsumerRecord<byte[], byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null || header.value() == null || header.value().length == 0 ? null : text(header);
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
