package org.coalition.defaults.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.identity.Visibility;
import org.coalition.defaults.problem.TooLarge;
import org.hibernate.Session;

/**
 * Writes events into the outbox, within the transaction of the change that they announce. The row is the finished
 * CloudEvent (1.0, Kafka binary mode): what the relay sends later was serialised in the request, so nothing can fail then.
 */
@Singleton
public class Outbox {
    private final OutboxConfig config;
    private final ObjectMapper json;
    private final Ids ids;

    Outbox(OutboxConfig config, ObjectMapper json, Ids ids) {
        this.config = config;
        this.json = json;
        this.ids = ids;
    }

    /**
     * Announces a change.
     *
     * @throws TooLarge 413 if the event would be larger than the topic takes
     */
    public void append(Session session, Change change) {
        String topic = change.isRestricted() ? config.restrictedTopic() : config.topic();
        insert(session, change, 0, change.eventType(), topic, payload(change), audiences(change));
        if (change.narrows()) {
            String withheld = "org.coalition." + change.noun() + ".withheld.v1";
            insert(session, change, 1, withheld, config.topic(), null, Map.of());
        }
    }

    private void insert(
            Session session,
            Change change,
            int seq,
            String type,
            String topic,
            String payload,
            Map<String, String> audiences) {
        UUID eventId = ids.next();
        Map<String, String> headers = headers(change, eventId, type);
        headers.putAll(audiences);
        Announcement announcement = new Announcement(
                eventId,
                change.noun(),
                change.aggregateId(),
                change.version(),
                seq,
                type,
                topic,
                change.streamId().toString(),
                write(headers),
                payload);
        session.doWork(connection -> announcement.insert(connection, config.partitions()));
    }

    private Map<String, String> headers(Change change, UUID eventId, String type) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", eventId.toString());
        headers.put("ce_source", config.source());
        headers.put("ce_type", type);
        headers.put("ce_subject", change.path());
        headers.put("ce_time", change.happenedAt().toString());
        headers.put("ce_recordedtime", change.recordedAt().toString());
        headers.put("ce_sequence", Long.toString(change.version()));
        if (change.opens() || change.beginsAnew()) {
            headers.put("ce_sequencestart", "true");
        }
        if (change.actor().party() != null) {
            headers.put("ce_partykey", change.actor().party());
        }
        headers.put("ce_correlationid", change.actor().requestId());
        headers.put("ce_traceparent", change.actor().traceparent());
        headers.put("ce_dataclassification", change.now().visibility().name());
        headers.put("content-type", "application/json");
        return headers;
    }

    /**
     * For the gateway, which tells each subscriber what its party may know: who may know of the resource from now on, and who could until
     * now, where those are others. A list of parties stands on the restricted topic only, which no partner reads.
     */
    private static Map<String, String> audiences(Change change) {
        Map<String, String> audiences = new LinkedHashMap<>();
        if (change.isRestricted()) {
            audiences.put("ce_audience", text(change.now()));
        }
        boolean tellable = change.isRestricted() || !change.opens();
        if (tellable && !change.now().equals(change.was())) {
            audiences.put("ce_audiencebefore", change.was() == null ? Caller.NO_PARTY : text(change.was()));
        }
        return audiences;
    }

    private static String text(Audience audience) {
        if (audience.visibility() != Visibility.RESTRICTED) {
            return audience.visibility().name();
        }
        return audience.parties().isEmpty() ? Caller.NO_PARTY : String.join(",", audience.parties());
    }

    /** Who is meant by what stands in an event. */
    public static Audience audience(String text) {
        return Set.of(Visibility.PUBLIC.name(), Visibility.COALITION.name()).contains(text)
                ? Audience.of(Visibility.valueOf(text), List.of(), List.of())
                : Audience.of(
                        Visibility.RESTRICTED,
                        text.equals(Caller.NO_PARTY) ? List.of() : List.of(text.split(",", -1)),
                        List.of());
    }

    /** The resource after the change, the names of its fields that changed, and the facts of the event. */
    private String payload(Change change) {
        ObjectNode data = json.createObjectNode();
        data.set("after", change.after());
        data.set("changed", json.valueToTree(change.changed()));
        data.set("facts", change.facts());
        String payload = write(data);
        int bytes = payload.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > config.maxBytes()) {
            throw new TooLarge(
                    "The change would announce %d bytes; at most %d fit.".formatted(bytes, config.maxBytes()));
        }
        return payload;
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event could not be written as JSON", e);
        }
    }
}
