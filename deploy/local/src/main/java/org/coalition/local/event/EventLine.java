package org.coalition.local.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** An event in one line for a person: when, what, about what, which version of it, by whom. */
record EventLine(String time, String type, String subject, String sequence, String party, boolean restricted) {
    private static final String PREFIX = "org.coalition.";

    static EventLine of(ConsumerRecord<String, byte[]> event) {
        return new EventLine(
                header(event, "ce_time")
                        .orElse(Instant.ofEpochMilli(event.timestamp()).toString()),
                header(event, "ce_type")
                        .map(type -> type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type)
                        .orElse("(no event type)"),
                header(event, "ce_subject").orElse(event.key()),
                header(event, "ce_sequence").orElse("?"),
                header(event, "ce_partykey").orElse("-"),
                event.topic().endsWith(".restricted"));
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "%-27s  %-36s  %-60s  #%-4s %-5s%s",
                time,
                type,
                subject,
                sequence,
                party,
                restricted ? " restricted" : "");
    }

    private static Optional<String> header(ConsumerRecord<String, byte[]> event, String name) {
        return Optional.ofNullable(event.headers().lastHeader(name))
                .map(Header::value)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
