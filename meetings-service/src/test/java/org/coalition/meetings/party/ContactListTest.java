package org.coalition.meetings.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.defaults.problem.RuleViolated;
import org.junit.jupiter.api.Test;

class ContactListTest {
    private static final Instant NOW = Instant.parse("2026-01-12T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-01-12");

    @Test
    void theyStandByTopicInTheOrderInWhichToTryThem() {
        ContactList list = of(point("Cyber", 2, null), point("Arms", 1, null), point("Cyber", 1, null));
        assertEquals(
                List.of("Arms 1", "Cyber 1", "Cyber 2"),
                list.points().stream()
                        .map(point -> point.topic() + " " + point.escalationOrder())
                        .toList());
    }

    @Test
    void theOrderOfATopicHasNoGapAndNoPlaceTwice() {
        assertFaults(List.of("/contactPoints/1/escalationOrder"), point("Cyber", 1, null), point("Cyber", 1, null));
        assertFaults(List.of("/contactPoints/0/escalationOrder"), point("Cyber", 3, null), point("Cyber", 1, null));
        assertFaults(List.of("/contactPoints/1/escalationOrder"), point("Cyber", 1, null), point("Arms", 2, null));
        assertEquals(0, of().points().size());
    }

    @Test
    void whatIsNotSaidToBeVerifiedEarlierIsVerifiedTodayAndNothingTomorrow() {
        ContactList list = of(point("Cyber", 1, null), point("Cyber", 2, TODAY.minusDays(5)));
        assertEquals(
                List.of(TODAY, TODAY.minusDays(5)),
                list.points().stream().map(ContactPoint::lastVerifiedOn).toList());
        assertFaults(List.of("/contactPoints/0/lastVerifiedOn"), point("Cyber", 1, TODAY.plusDays(1)));
    }

    @Test
    void afterNinetyDaysItIsStaleUntilItIsVerified() {
        ContactList list = of(point("Cyber", 1, TODAY), point("Cyber", 2, TODAY.minusDays(1)));
        Instant ninetieth = NOW.plus(Duration.ofDays(90));
        assertEquals(1, ContactListView.of(list, ninetieth).staleCount());
        assertEquals("1-stale-1", ContactListView.of(list, ninetieth).tag());
        Instant next = NOW.plus(Duration.ofDays(91));
        assertEquals("1-stale-2", ContactListView.of(list, next).tag());
        assertEquals(
                "1-stale-2", ContactListView.of(list, next).only("None", false).tag());
        assertEquals(new ContactListEvent.Verified(TODAY.plusDays(91)), list.verify(next));
        assertEquals("1", ContactListView.of(list, next).tag());
    }

    private static void assertFaults(List<String> pointers, ContactPoint... points) {
        RuleViolated refused = assertThrows(RuleViolated.class, () -> of(points).points());
        assertEquals(
                pointers,
                refused.problem(null, null).errors().stream()
                        .map(Fault::pointer)
                        .toList());
    }

    private static ContactList of(ContactPoint... points) {
        return ContactList.drawUp(UUID.randomUUID(), "GB", List.of(points), NOW).aggregate();
    }

    private static ContactPoint point(String topic, int order, LocalDate verified) {
        return new ContactPoint(topic, "A. Person", null, null, null, order, verified);
    }
}
