package org.coalition.initiatives;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** The other service, as this one knows it: what stands in its topics. Each call waits until it has arrived here. */
public final class MeetingsService {
    /** The open topic. */
    public static final String OPEN = "coalition.meetings";

    /** The restricted topic. */
    public static final String RESTRICTED = "coalition.meetings.restricted";

    private static final KafkaProducer<String, String> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", System.getProperty("kafka.bootstrap.servers"), "linger.ms", "0"),
            new StringSerializer(),
            new StringSerializer());
    private static boolean registered;

    private MeetingsService() {}

    /** Has the parties of the London meeting registered. */
    public static synchronized void registerParties() {
        if (!registered) {
            for (String code : List.of("GB", "FR", "DE", "UA", "US", "EU")) {
                announce(OPEN, "party", "registered", "/v1/parties/" + code, newId(), 1, Map.of("code", code));
            }
            registered = true;
        }
    }

    /** The id of a meeting that GB hosts and chairs. */
    public static String meeting(String visibility, String... visibleTo) {
        String id = newId();
        meeting(id, 2, true, visibility, visibleTo);
        return id;
    }

    /** A version of a meeting; one that was not convened is known to GB only. */
    public static void meeting(String id, long version, boolean convened, String visibility, String... visibleTo) {
        Map<String, Object> meeting = new HashMap<>();
        meeting.put("id", id);
        meeting.put("title", "London meeting of leaders");
        meeting.put("status", convened ? "IN_PROGRESS" : "DRAFT");
        meeting.put("host", "GB");
        meeting.put("chair", Map.of("party", "GB"));
        meeting.put("visibility", visibility);
        meeting.put("visibleTo", List.of(visibleTo));
        if (convened) {
            meeting.put("convenedAt", "2026-01-12T10:00:00Z");
        }
        String topic = convened && !visibility.equals("RESTRICTED") ? OPEN : RESTRICTED;
        announce(topic, "meeting", "revised", "/v1/meetings/" + id, id, version, meeting);
    }

    /** The id of an agenda item. */
    public static String agendaItem(String meeting, int position) {
        String id = newId();
        announceItem(id, meeting, position);
        awaitVersion("/v1/agenda-items/" + id, 1);
        return id;
    }

    /** The ids of as many agenda items, in their order. */
    public static List<String> agendaItems(String meeting, int count) {
        List<String> ids = Stream.generate(MeetingsService::newId).limit(count).toList();
        for (int i = 0; i < count; i++) {
            announceItem(ids.get(i), meeting, i + 1);
        }
        awaitVersion("/v1/agenda-items/" + ids.get(count - 1), 1);
        return ids;
    }

    /** The id of an item of which only host, chair and these parties may know; below another item, or null. */
    public static String restrictedItem(String meeting, String parent, String... visibleTo) {
        String id = newId();
        Map<String, Object> item =
                new HashMap<>(Map.of("id", id, "meetingId", meeting, "position", 1, "title", "Secret"));
        item.put("visibility", "RESTRICTED");
        item.put("visibleTo", List.of(visibleTo));
        if (parent != null) {
            item.put("parentId", parent);
        }
        announceItem(RESTRICTED, item);
        awaitVersion("/v1/agenda-items/" + id, 1);
        return id;
    }

    private static void announceItem(String id, String meeting, int position) {
        announceItem(OPEN, Map.of("id", id, "meetingId", meeting, "position", position, "title", "Item " + position));
    }

    private static void announceItem(String topic, Map<String, Object> item) {
        String meeting = (String) item.get("meetingId");
        String id = (String) item.get("id");
        send(
                topic,
                event("agenda-item", "added", "/v1/agenda-items/" + id, 1),
                meeting,
                InitiativesDriver.json(Map.of("after", item)));
    }

    /** The id of a recommendation under an agenda item. */
    public static String recommendation(String meeting, String item) {
        String id = newId();
        announce(
                OPEN,
                "recommendation",
                "proposed",
                "/v1/recommendations/" + id,
                meeting,
                1,
                Map.of(
                        "id",
                        id,
                        "meetingId",
                        meeting,
                        "agendaItemId",
                        item,
                        "area",
                        "Economic Support",
                        "focus",
                        "Private investment incentives",
                        "status",
                        "PROPOSED"));
        return id;
    }

    /** The id of a decision under an agenda item, in a state. */
    public static String decision(String meeting, String item, String status) {
        String id = newId();
        decision(id, 1, meeting, item, status, null);
        return id;
    }

    /** A version of a decision. */
    public static void decision(String id, long version, String meeting, String item, String status, String expiresAt) {
        Map<String, Object> decision = new HashMap<>(Map.of(
                "id", id,
                "meetingId", meeting,
                "agendaItemId", item,
                "text", "A joint oversight mechanism is established.",
                "status", status));
        if (expiresAt != null) {
            decision.put("expiresAt", expiresAt);
        }
        announce(OPEN, "decision", "revised", "/v1/decisions/" + id, meeting, version, decision);
    }

    /** The id of an adopted decision of a meeting that is open to all parties. */
    public static String adoptedDecision() {
        String meeting = meeting("COALITION");
        return decision(meeting, agendaItem(meeting, 1), "ADOPTED");
    }

    /** Sends an event and waits until its version is known here. */
    public static void announce(
            String topic, String noun, String verb, String path, String key, long version, Map<String, ?> after) {
        send(topic, event(noun, verb, path, version), key, InitiativesDriver.json(Map.of("after", after)));
        awaitVersion(path, version);
    }

    /** The headers of an event. */
    public static Map<String, String> event(String noun, String verb, String path, long version) {
        return Map.of(
                "ce_type",
                "org.coalition." + noun + "." + verb + ".v1",
                "ce_subject",
                path,
                "ce_sequence",
                Long.toString(version),
                "ce_time",
                "2026-01-12T10:00:00Z",
                "ce_dataclassification",
                "COALITION");
    }

    /** Sends a record. */
    public static void send(String topic, Map<String, String> headers, String key, String value) {
        ProducerRecord<String, String> message = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            PRODUCER.send(message).get();
        } catch (Exception failure) {
            throw new IllegalStateException("The record was not sent", failure);
        }
    }

    /** Waits until this version of a resource, or a newer one, is known here. */
    public static void awaitVersion(String path, long version) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> version(path) >= version);
    }

    /** Another id. */
    public static String newId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null).toString();
    }

    private static long version(String path) throws SQLException {
        try (Connection connection = database();
                PreparedStatement select =
                        connection.prepareStatement("SELECT sequence FROM read_copy WHERE subject = ?")) {
            select.setString(1, path);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** A connection to this service's database. */
    public static Connection database() throws SQLException {
        return DriverManager.getConnection(
                System.getProperty("quarkus.datasource.jdbc.url"),
                System.getProperty("quarkus.datasource.username"),
                System.getProperty("quarkus.datasource.password"));
    }
}
