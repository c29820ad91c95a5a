package org.coalition.initiatives.delivery;

import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.UA;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.etag;
import static org.coalition.initiatives.InitiativesDriver.move;
import static org.coalition.initiatives.delivery.Shipments.handedOver;
import static org.coalition.initiatives.delivery.Shipments.line;
import static org.coalition.initiatives.delivery.Shipments.planned;
import static org.coalition.initiatives.delivery.Shipments.reached;
import static org.coalition.initiatives.delivery.Shipments.received;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.coalition.defaults.testing.Topics;
import org.coalition.initiatives.Statements;
import org.coalition.initiatives.TestClock;
import org.junit.jupiter.api.Test;

/** By the clock, which other tests may have put forward: days count from its today. */
@QuarkusTest
class LatenessTest {
    private static final String BECAME_LATE = "org.coalition.delivery.became-late.v1";

    @Inject
    TestClock clock;

    @Inject
    Deliveries deliveries;

    @Inject
    LateNotice notice;

    @Test
    void aDeliveryIsAtRiskAndThenLateByTheClock() {
        String line = line(initiative("COALITION"), 0);
        String delivery = planned(line, 1, today() + 15);
        assertOn(delivery, false, 0);
        clock.advance(Duration.ofDays(1));
        assertOn(delivery, true, 0);
        String atRisk = etag(FR, delivery);
        clock.advance(Duration.ofDays(14));
        assertOn(delivery, true, 0);
        clock.advance(Duration.ofDays(2));
        assertOn(delivery, false, 2);
        assertNotEquals(atRisk, etag(FR, delivery), "what the clock has changed is another text");
        ok(move(FR, delivery + "/promise", Map.of("promisedOn", day(today() + 30), "reason", "x")));
        assertOn(delivery, false, 0);
    }

    @Test
    void thatADeliveryIsLateIsAnnouncedOnceForEachPromisedDay() {
        String delivery = planned(line(initiative("COALITION"), 0), 1, today() + 1);
        try (Topics topics = Topics.fromNow("coalition.initiatives")) {
            clock.advance(Duration.ofDays(2));
            UUID id = UUID.fromString(id(delivery));
            while (deliveries.toAnnounce().contains(id)) {
                notice.announceLate();
            }
            deliveries.announceLate(id);
            ConsumerRecord<String, String> late = topics.awaitEvent(BECAME_LATE, delivery);
            assertTrue(late.value().contains("\"daysLate\":1"), late.value());
            as(UA).get(delivery).then().body("version", equalTo(2));
            ok(move(FR, delivery + "/promise", Map.of("promisedOn", day(today()), "reason", "x")));
            clock.advance(Duration.ofDays(1));
            assertTrue(deliveries.toAnnounce().contains(id));
            deliveries.announceLate(id);
            topics.await(message -> delivery.equals(Topics.header(message, "ce_subject"))
                    && Topics.header(message, "ce_sequence").equals("4"));
            assertEquals(
                    2,
                    topics.all().stream()
                            .filter(message -> BECAME_LATE.equals(Topics.header(message, "ce_type"))
                                    && delivery.equals(Topics.header(message, "ce_subject")))
                            .count());
        }
    }

    @Test
    void deliveriesAreListedByWhoWhatAndHowLate() {
        String initiative = initiative("COALITION");
        String line = line(initiative, 10);
        String early = planned(line, 1, today() + 100);
        String risky = planned(line, 1, today() + 3);
        String overdue = handedOver(line, 1, -7);
        String receivedLate = received(line, 1, -9, 5);
        String onTime = received(line, 1, -4, 5);
        String cancelled = planned(line, 1, -9);
        ok(move(FR, cancelled + "/cancellation", Map.of("reason", "x")));
        listed(initiative, "late=true", overdue, receivedLate);
        listed(initiative, "late=false", early, risky, onTime, cancelled);
        listed(initiative, "atRisk=true", risky);
        listed(initiative, "atRisk=false", early, overdue, receivedLate, onTime, cancelled);
        listed(initiative, "stage=RECEIPT_CONFIRMED", receivedLate, onTime);
        listed(initiative, "late=true&stage=HANDED_OVER", overdue);
        listed(initiative, "party=FR&recipient=UA&track=MILITARY&contributionId=" + id(line) + "&atRisk=true", risky);
        listed(initiative, "onTime=true", onTime);
        listed(initiative, "onTime=false", overdue, receivedLate);
        listed(initiative, "onTime=true&counting=HANDED_OVER", overdue, receivedLate, onTime);
        listed(initiative, "promisedFrom=" + day(today() + 4), early);
        for (String none : new String[] {"party=UA", "recipient=FR", "track=ECONOMIC"}) {
            as(UA).get("/v1/deliveries?initiativeId=" + id(initiative) + "&" + none)
                    .then()
                    .body("items", empty());
        }
        for (String bad : new String[] {"late=yes", "stage=LOST", "against=BOTH", "counting=READY", "where=here"}) {
            as(UA).get("/v1/deliveries?" + bad).then().statusCode(400);
        }
    }

    @Test
    void aListIsOneStatementHoweverLongItIs() {
        String initiative = initiative("COALITION");
        String line = line(initiative, 0);
        String list = "/v1/deliveries?late=false&initiativeId=" + id(initiative);
        planned(line, 1, today() + 10);
        assertEquals(1, statements(list));
        for (int i = 0; i < 8; i++) {
            planned(line, 1, today() + 10);
        }
        assertEquals(1, statements(list));
        String next = as(UA).get(list + "&limit=4").path("next");
        as(UA).get(list + "&limit=100&cursor=" + next).then().body("items.size()", equalTo(5));
    }

    @Test
    void whatWasHandedOverInTimeAndIsNotConfirmedIsLateUntilTheRecipientSaysWhenItCame() {
        String delivery = handedOver(line(initiative("COALITION"), 1), 1, -8);
        as(UA).get(delivery).then().body("late", equalTo(true));
        ok(move(UA, delivery + "/receipt", Shipments.receipt(1, 9))).then().body("late", equalTo(false));
        String dispatched = planned(line(initiative("COALITION"), 1), 1, today() + 2);
        ok(move(FR, dispatched + "/dispatch", reached(1))).then().body("atRisk", equalTo(false));
    }

    private void assertOn(String delivery, boolean atRisk, int daysLate) {
        as(UA).get(delivery)
                .then()
                .body("atRisk", equalTo(atRisk))
                .body("late", equalTo(daysLate > 0))
                .body("daysLate", equalTo(daysLate));
    }

    private static void listed(String initiative, String filter, String... deliveries) {
        String[] ids = Arrays.stream(deliveries).map(path -> id(path)).toArray(String[]::new);
        as(UA).get("/v1/deliveries?initiativeId=" + id(initiative) + "&" + filter)
                .then()
                .statusCode(200)
                .body("items.id", ids.length == 1 ? contains(ids) : containsInAnyOrder(ids));
    }

    private static int statements(String path) {
        return Statements.of(() -> as(UA).get(path).then().statusCode(200));
    }

    /** How many days the clock is ahead. */
    private int today() {
        return (int) ChronoUnit.DAYS.between(
                LocalDate.now(ZoneOffset.UTC),
                clock.instant().atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private static String day(int fromNow) {
        return Shipments.day(fromNow);
    }
}
