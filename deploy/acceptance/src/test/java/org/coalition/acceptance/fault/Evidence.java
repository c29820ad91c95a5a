package org.coalition.acceptance.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.coalition.acceptance.fault.Ledger.Entry;
import org.coalition.acceptance.fault.Ledger.Outcome;
import org.coalition.acceptance.running.Event;
import org.coalition.acceptance.running.EventLog;
import org.coalition.acceptance.running.RunningSet;
import org.coalition.local.api.Answer;
import org.coalition.local.process.Await;
import org.coalition.local.stack.PostgreSql;

/** What the senders know, what the databases hold and what stands in the topics, held against each other. */
final class Evidence {
    private static final Duration TO_DRAIN = Duration.ofSeconds(60);

    private final RunningSet set;

    Evidence(RunningSet set) {
        this.set = set;
    }

    /** Nothing lost, nothing twice, nothing that did not happen, all in order; over everything since the set was started. */
    void holdsAgainst(Ledger ledger) {
        assertEquals(List.of(), ledger.improper());
        assertTrue(Await.until(TO_DRAIN, () -> waiting() == 0), "events still wait in an outbox");
        EventLog log = set.events();
        assertNothingTwice(log);
        assertContiguous(log);
        assertEquals(changes(), announced(log));
        assertLedger(ledger, log);
    }

    /** After all faults the audit trails hold, from their first entries to their last seals; to walk them takes its time. */
    void trailsHold() {
        for (String next = ""; next != null; ) {
            Answer answer = set.as("eu-auditor").get("/v1/audit/verify" + next);
            assertTrue(answer.body().path("intact").asBoolean(), answer.text());
            next = answer.body().has("next") ? "?cursor=" + answer.text("next") : null;
        }
    }

    private static void assertNothingTwice(EventLog log) {
        Set<String> ids = new HashSet<>();
        List<Event> twice = log.events().stream()
                .filter(event -> !ids.add(event.cloud().getId()))
                .toList();
        assertEquals(List.of(), twice);
    }

    private static void assertContiguous(EventLog log) {
        log.bySubject().forEach((subject, events) -> {
            for (int i = 0; i < events.size(); i++) {
                assertEquals(i + 1, events.get(i).sequence(), subject);
            }
        });
        Map<String, List<Event>> streams =
                log.events().stream().collect(Collectors.groupingBy(event -> event.topic() + " " + event.subject()));
        streams.forEach((stream, events) -> {
            List<Long> order = events.stream().map(Event::sequence).toList();
            assertEquals(order.stream().sorted().toList(), order, stream);
        });
    }

    /** Each request that succeeded has its one event, each that failed none, and of the others none has two. */
    private static void assertLedger(Ledger ledger, EventLog log) {
        Map<String, Long> seen = log.events().stream()
                .filter(event -> !event.isWithheld())
                .collect(Collectors.groupingBy(Evidence::mark, Collectors.counting()));
        List<Entry> wrong = ledger.entries().stream()
                .filter(entry -> !fits(entry.outcome(), seen.getOrDefault(entry.mark(), 0L)))
                .toList();
        assertEquals(List.of(), wrong);
        long known = ledger.entries().stream().map(Entry::mark).distinct().count();
        assertEquals(known, ledger.entries().size(), "a mark was used twice");
    }

    private static boolean fits(Outcome outcome, long events) {
        return switch (outcome) {
            case OK -> events == 1;
            case FAIL -> events == 0;
            case UNKNOWN -> events <= 1;
        };
    }

    /** The mark of the request that brought this event about. */
    private static String mark(Event event) {
        String type = event.cloud().getType();
        if (type.endsWith("contribution.pledged.v1")) {
            return event.data().path("facts").path("entry").path("agreementRef").asText();
        }
        if (type.endsWith("contribution.opened.v1")) {
            return event.after().path("description").asText();
        }
        return type.endsWith("meeting.convened.v1")
                ? "convened " + event.subject()
                : type.contains(".meeting.") ? event.after().path("title").asText() : event.subject();
    }

    /** Each version of each aggregate that is committed, by the audit trail of its service. */
    private Set<String> changes() {
        return new TreeSet<>(inEach("SELECT aggregate_id || ' ' || aggregate_version FROM audit_entry"));
    }

    private static Set<String> announced(EventLog log) {
        return log.events().stream()
                .filter(event -> !event.isWithheld())
                .map(event -> event.after().path("id").asText(event.key()) + " " + event.sequence())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private long waiting() {
        return inEach("SELECT count(*)::text FROM outbox_event").stream()
                .mapToLong(Long::parseLong)
                .sum();
    }

    private List<String> inEach(String query) {
        return PostgreSql.DATABASES.stream()
                .map(service -> select(service, query))
                .flatMap(List::stream)
                .toList();
    }

    private List<String> select(String service, String query) {
        try (Connection database = set.database(service);
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(query + " failed in " + service, e);
        }
    }
}
