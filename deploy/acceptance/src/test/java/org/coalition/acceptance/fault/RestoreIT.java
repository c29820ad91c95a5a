package org.coalition.acceptance.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.coalition.acceptance.running.Acceptance;
import org.coalition.acceptance.running.Event;
import org.coalition.acceptance.running.RunningSet;
import org.coalition.local.api.Answer;
import org.coalition.local.api.Partner;
import org.coalition.local.process.Await;
import org.coalition.local.stack.Coalition;
import org.coalition.local.stack.Component;
import org.coalition.local.stack.KafkaBroker;
import org.coalition.local.stack.Ports;
import org.coalition.local.stack.ServiceProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A service with a database and topics of its own. Its database is lost and comes back from a backup, while its topics hold what was
 * written since.
 */
@ExtendWith(Acceptance.class)
class RestoreIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TOPIC = "coalition.restored";
    private static final List<String> TOPICS = List.of(TOPIC, TOPIC + ".restricted");

    private final RunningSet set;
    private final Coalition beside;
    private final ServiceProcess first;
    private final ServiceProcess second;

    RestoreIT(RunningSet set) {
        this.set = set;
        this.beside = set.beside("restored");
        this.first = beside.meetings().named("restored", Ports.free(1).get(0)).with("OUTBOX_TOPIC", TOPIC);
        this.second = first.named("restored-2", Ports.free(1).get(0));
    }

    @BeforeEach
    void makeTopics() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", set.stack().bootstrapServers()))) {
            admin.createTopics(Stream.of("", ".restricted", ".audit")
                            .map(kind -> new NewTopic(TOPIC + kind, KafkaBroker.PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    @AfterEach
    void stop() {
        Stream.of(first, second).forEach(Component::kill);
        beside.postgreSql().stop();
    }

    @Test
    void theRelayGoesOnAndConsumersHaveTheRightStateAgain() throws Exception {
        beside.postgreSql().startAndAwait();
        startBothAtOnceOnAnEmptyDatabase();
        Partner admin = at(first, "admin");
        Partner chair = at(second, "gb-chair");
        Answer party = admin.post("/v1/parties", Map.of("code", "GB", "kind", "STATE", "name", "United Kingdom"));
        assertEquals(201, party.status(), party.text());
        String kept = meeting(chair, "kept");
        String untouched = meeting(chair, "untouched");
        revise(chair, kept, 2);
        awaitPublished();
        BaseBackup backup =
                BaseBackup.of(beside.postgreSql(), beside.postgreSql().files().resolveSibling("backup"));

        revise(chair, kept, 3);
        String lost = meeting(chair, "lost");
        awaitPublished();
        long seenOfKept = last(kept).sequence();
        long seenOfLost = last(lost).sequence();
        long published = set.events(TOPICS).events().size();
        Stream.of(first, second).forEach(Component::kill);
        beside.postgreSql().stop();
        backup.restoreTo(beside.postgreSql());

        beside.postgreSql().startAndAwait();
        first.startAndAwait();
        assertTrue(
                Await.until(PATIENCE, () -> set.events(TOPICS).events().size() == published + 3),
                "nothing is told anew");
        Event anew = last(kept);
        assertEquals(seenOfKept + 1, anew.sequence());
        assertEquals("true", anew.extension("sequencestart"));
        // The restricted topic says to whom, the open one only that.
        assertEquals("org.coalition.meeting.withheld.v1", last(lost).cloud().getType());
        assertEquals(seenOfLost + 1, last(lost).sequence());
        assertEquals(404, at(first, "gb-chair").get(lost).status());

        revise(at(first, "gb-chair"), kept, 1);
        awaitPublished();
        assertEquals(seenOfKept + 2, last(kept).sequence());
        for (String subject : List.of(kept, untouched)) {
            Answer shown = at(first, "gb-chair").get(subject);
            assertEquals(shown.body().path("title"), last(subject).after().path("title"), subject);
            assertEquals(Long.toString(last(subject).sequence()), shown.text("version"));
        }
        Set<String> ids = new HashSet<>();
        assertTrue(
                set.events(TOPICS).events().stream()
                        .allMatch(event -> ids.add(event.cloud().getId())),
                "published twice");
        Answer verified = at(first, "eu-auditor").get("/v1/audit/meetings/verify");
        assertTrue(verified.body().path("intact").asBoolean(), verified.text());
    }

    /** One of them migrates, the other waits for it. */
    private void startBothAtOnceOnAnEmptyDatabase() throws SQLException {
        Stream.of(first, second).parallel().forEach(Component::startAndAwait);
        try (Connection database = beside.postgreSql().connect("meetings");
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*) = count(DISTINCT version), bool_and(success) FROM flyway_schema_history"
                                + " WHERE version IS NOT NULL")) {
            row.next();
            assertTrue(row.getBoolean(1) && row.getBoolean(2), "migrated twice");
        }
    }

    /** One that all may know of. */
    private static String meeting(Partner chair, String title) {
        Answer drafted = chair.post(
                "/v1/meetings",
                Map.of(
                        "title", title,
                        "level", "EXPERT",
                        "format", "ONLINE",
                        "host", "GB",
                        "chair", Map.of("party", "GB"),
                        "timeZone", "Europe/London",
                        "plannedStart", "2030-01-12T10:00:00Z",
                        "plannedEnd", "2030-01-12T13:00:00Z",
                        "visibility", "COALITION"));
        assertEquals(201, drafted.status(), drafted.text());
        String meeting = drafted.header("Location");
        assertEquals(
                200,
                chair.post(meeting + "/convening", drafted.header("ETag"), null).status());
        return meeting;
    }

    private static void revise(Partner chair, String meeting, int times) {
        for (int i = 0; i < times; i++) {
            Answer now = chair.get(meeting);
            String title = now.text("title") + "!";
            Answer revised = chair.patch(meeting, now.header("ETag"), Map.of("title", title));
            assertEquals(200, revised.status(), revised.text());
        }
    }

    /** Until nothing waits any more. */
    private void awaitPublished() {
        assertTrue(
                Await.until(PATIENCE, () -> {
                    try (Connection database = beside.postgreSql().connect("meetings");
                            Statement statement = database.createStatement();
                            ResultSet row = statement.executeQuery("SELECT count(*) FROM outbox_event")) {
                        row.next();
                        return row.getInt(1) == 0;
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }),
                "events still wait");
    }

    /** What a consumer has of a resource that keeps the last version of each. */
    private Event last(String subject) {
        return set.events(TOPICS)
                .about(subject)
                .reduce((known, next) -> next.sequence() > known.sequence() ? next : known)
                .orElseThrow();
    }

    private Partner at(ServiceProcess service, String client) {
        return set.as(client).at("http://localhost:" + service.port()).before((method, target, answer) -> {});
    }
}
