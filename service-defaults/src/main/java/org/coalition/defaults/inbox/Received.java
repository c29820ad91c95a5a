package org.coalition.defaults.inbox;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * An event as it stands in a topic: a CloudEvent 1.0 in Kafka's binary mode whose data have the resource as {@code after}.
 *
 * @param data the resource; null in an event that withholds it, whose data stand in the restricted topic
 */
record Received(
        String subject,
        String noun,
        String key,
        long sequence,
        String type,
        String classification,
        Instant happenedAt,
        JsonNode data) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Pattern TYPE =
            Pattern.compile("org\\.coalition\\.([a-z]+(?:-[a-z]+)*)\\.([a-z]+(?:-[a-z]+)*)\\.v1");
    private static final Pattern SEQUENCE = Pattern.compile("[0-9]{1,18}");

    /**
     * Reads a record.
     *
     * @throws Unreadable if it is not such an event
     */
    static Received of(ConsumerRecord<String, byte[]> message) throws Unreadable {
        String type = required(message, "ce_type");
        Matcher parts = TYPE.matcher(type);
        if (!parts.matches()) {
            throw new Unreadable("the type '" + type + "' is none that is known here");
        }
        String sequence = required(message, "ce_sequence");
        if (!SEQUENCE.matcher(sequence).matches()) {
            throw new Unreadable("the sequence '" + sequence + "' is no number");
        }
        String subject = required(message, "ce_subject");
        if (!subject.startsWith("/") || message.key() == null) {
            throw new Unreadable("the subject is no path, or the key is missing");
        }
        return new Received(
                subject,
                parts.group(1),
                message.key(),
                Long.parseLong(sequence),
                type,
                required(message, "ce_dataclassification"),
                time(message),
                message.value() == null && parts.group(2).equals("withheld") ? null : after(message.value()));
    }

    boolean isWithheld() {
        return data == null;
    }

    private static JsonNode after(byte[] value) throws Unreadable {
        if (value == null) {
            throw new Unreadable("the data are missing");
        }
        try {
            JsonNode after = JSON.readTree(value).path("after");
            if (!after.isObject()) {
                throw new Unreadable("the data have no resource in 'after'");
            }
            return after;
        } catch (IOException notJson) {
            throw new Unreadable("the data are no JSON");
        }
    }

    private static Instant time(ConsumerRecord<?, ?> message) throws Unreadable {
        try {
            return Instant.parse(required(message, "ce_time"));
        } catch (DateTimeParseException noTime) {
            throw new Unreadable("the time is none");
        }
    }

    private static String required(ConsumerRecord<?, ?> message, String name) throws Unreadable {
        Header header = message.headers().lastHeader(name);
        if (header == null || header.value() == null || header.value().length == 0) {
            throw new Unreadable("the header " + name + " is missing");
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
