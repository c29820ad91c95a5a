package org.coalition.meetings.statement;

import static org.coalition.meetings.meeting.SampleMeeting.NOW;
import static org.coalition.meetings.statement.EndorsementStance.DECLINED;
import static org.coalition.meetings.statement.EndorsementStance.ENDORSED;
import static org.coalition.meetings.statement.EndorsementStance.ENDORSED_WITH_RESERVATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.coalition.defaults.aggregate.DomainEvent;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.Problem;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.meetings.agenda.SampleItem;
import org.coalition.meetings.meeting.Meeting;
import org.coalition.meetings.meeting.MeetingStatus;
import org.coalition.meetings.meeting.SampleMeeting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class StatementTest {
    private static final StatementText OTHER = new StatementText("Another text.", "en");

    private final Meeting meeting = SampleMeeting.in(MeetingStatus.IN_PROGRESS);

    @Test
    void eachVerbMovesAlongAnArrowAndNowhereElse() {
        for (StatementStatus from : StatementStatus.values()) {
            for (StatementStatus to : EnumSet.complementOf(EnumSet.of(StatementStatus.DRAFT))) {
                Statement statement = in(from);
                if (from.next().contains(to)) {
                    said(move(statement, to));
                    assertEquals(to, statement.status());
                } else {
                    Problem problem = assertThrows(
                                    IllegalTransition.class, () -> said(move(statement, to)), from + " to " + to)
                            .problem(null, null);
                    assertEquals(from.name(), problem.state());
                    assertEquals(from.next().stream().map(Enum::name).toList(), problem.allowed());
                    assertEquals(from, statement.status());
                }
            }
        }
    }

    @Test
    void aNewVersionVoidsWhatWasSaidOfTheOneBefore() {
        Statement statement = open("DE", "FR");
        said(endorse(statement, "DE", 1, ENDORSED, null));
        assertEquals(new StatementEvent.VersionWritten(2, List.of("DE")), rewrite(statement, OTHER));
        assertEquals(new TextVersion(2, "Another text.", "en", NOW, "GB"), statement.current());
        assertEquals(List.of(), statement.endorsements());
        assertEquals(List.of("DE", "FR"), Completeness.of(statement).missing());
    }

    @Test
    void theSameTextOnceMoreIsNoNewVersion() {
        Statement statement = open("DE", "FR");
        said(endorse(statement, "DE", 1, ENDORSED, null));
        said(rewrite(statement, new StatementText("We stand together.", null)));
        assertEquals(1, statement.current().number());
        assertEquals(1, statement.endorsements().size());
        said(rewrite(statement, new StatementText("We stand together.", "en")));
        assertEquals(2, statement.current().number());
    }

    @Test
    void onlyTheVersionThatIsCurrentCanBeEndorsed() {
        Statement statement = open("DE", "FR");
        said(rewrite(statement, OTHER));
        Conflict late = assertThrows(Conflict.class, () -> said(endorse(statement, "DE", 1, ENDORSED, null)));
        assertEquals(
                "Version 1 is no longer the current one, which is 2; read that and endorse it.", late.getMessage());
        assertThrows(RuleViolated.class, () -> said(endorse(statement, "DE", 3, ENDORSED, null)));
        assertEquals(List.of(), statement.endorsements());
    }

    @Test
    void aReservationGoesWithAnEndorsementUnderReservationAndWithNothingElse() {
        Statement statement = open("DE", "FR");
        for (String none : new String[] {null, "", " "}) {
            assertRefused(() -> said(endorse(statement, "DE", 1, ENDORSED_WITH_RESERVATION, none)));
        }
        assertRefused(() -> said(endorse(statement, "DE", 1, ENDORSED, "But.")));
        assertRefused(() -> said(endorse(statement, "DE", 1, DECLINED, "But.")));
        said(endorse(statement, "DE", 1, ENDORSED_WITH_RESERVATION, "Not on Sundays."));
        assertEquals("Not on Sundays.", statement.endorsements().get(0).reservation());
    }

    @Test
    void aPartysLastWordCountsAndToSayItTwiceChangesNothing() {
        Statement statement = open("DE", "FR");
        assertEquals(new StatementEvent.Declined("DE", 1), endorse(statement, "DE", 1, DECLINED, null));
        assertEquals(new StatementEvent.Endorsed("DE", 1, ENDORSED), endorse(statement, "DE", 1, ENDORSED, null));
        List<Endorsement> said = statement.endorsements();
        assertEquals(1, said.size());
        said(statement.endorse(new Endorse(1, ENDORSED, null), "DE", NOW.plusSeconds(60)));
        assertSame(said, statement.endorsements());
        assertThrows(NotAllowed.class, () -> said(endorse(statement, "US", 1, ENDORSED, null)));
    }

    @Test
    void itIsPublishedWhenEveryRequiredPartyHasEndorsedAndTheRefusalNamesWhoHasNot() {
        Statement statement = open("DE", "FR", "UA");
        said(endorse(statement, "FR", 1, ENDORSED, null));
        said(endorse(statement, "DE", 1, DECLINED, null));
        Conflict refused = assertThrows(Conflict.class, () -> said(publish(statement)));
        assertTrue(refused.getMessage().contains("declined by DE; nothing said yet by UA"), refused.getMessage());
        said(endorse(statement, "UA", 1, ENDORSED_WITH_RESERVATION, "Our text is the Ukrainian one."));
        assertThrows(Conflict.class, () -> said(publish(statement)));
        assertFalse(Completeness.of(statement).complete());
        said(endorse(statement, "DE", 1, ENDORSED, null));
        Completeness completeness = Completeness.of(statement);
        assertTrue(completeness.complete());
        assertEquals(
                List.of(3, 3, 1),
                List.of(completeness.required(), completeness.endorsed(), completeness.withReservation()));
        assertEquals(new StatementEvent.Published(LocalDate.parse("2026-01-12")), publish(statement));
    }

    @Test
    void whoIsRequiredIsFixedWhenItIsOpened() {
        Statement listed = draft("US");
        said(listed.open(meeting, () -> List.of("DE", "FR"), "GB"));
        assertEquals(List.of("US"), listed.requiredParties());
        Statement byDelegation = draft();
        assertFalse(Completeness.of(byDelegation).complete());
        said(byDelegation.open(meeting, () -> List.of("DE", "FR"), "GB"));
        assertEquals(List.of("DE", "FR"), byDelegation.requiredParties());
        assertThrows(Conflict.class, () -> said(draft().open(meeting, List::of, "GB")));
        List<String> crowd = IntStream.rangeClosed(0, DraftStatement.MOST_PARTIES)
                .mapToObj(i -> "P" + i)
                .toList();
        assertThrows(Conflict.class, () -> said(draft().open(meeting, () -> crowd, "GB")));
    }

    @Test
    void hostAndChairRunItAndNobodyElse() {
        Statement statement = open("DE", "US");
        assertThrows(NotAllowed.class, () -> said(statement.rewrite(OTHER, UUID.randomUUID(), meeting, "US", NOW)));
        assertThrows(NotAllowed.class, () -> said(statement.publish(meeting, "US", NOW)));
        assertThrows(NotAllowed.class, () -> said(statement.withdraw("why", meeting, "US")));
        assertThrows(NotAllowed.class, () -> said(draft().open(meeting, List::of, "US")));
    }

    @Test
    void afterTheMinutesAreApprovedTheTextStandsAndTheEndorsementsGoOn() {
        Statement statement = open("DE");
        Meeting over = SampleMeeting.in(MeetingStatus.MINUTES_APPROVED);
        assertThrows(IllegalTransition.class, () -> said(statement.rewrite(OTHER, UUID.randomUUID(), over, "GB", NOW)));
        said(endorse(statement, "DE", 1, ENDORSED, null));
        said(statement.publish(over, "GB", NOW));
        assertEquals(StatementStatus.PUBLISHED, statement.status());
    }

    @Test
    void thereAreAsManyVersionsAsFit() {
        Statement statement = draft();
        for (int i = 2; i <= TextVersion.MOST; i++) {
            said(rewrite(statement, new StatementText("Text " + i, null)));
        }
        assertThrows(Conflict.class, () -> said(rewrite(statement, OTHER)));
    }

    @Test
    void theLargestStatementFitsIntoItsEvent() throws Exception {
        String[] parties = IntStream.range(0, DraftStatement.MOST_PARTIES)
                .mapToObj("PARTY%04d"::formatted)
                .toArray(String[]::new);
        DraftStatement largest = new DraftStatement("€".repeat(50_000), "en", List.of(parties));
        Statement statement = Statement.draft(UUID.randomUUID(), SampleItem.of(meeting), meeting, largest, "GB", NOW)
                .aggregate();
        said(statement.open(meeting, List::of, "GB"));
        for (String party : parties) {
            said(endorse(statement, party, 1, ENDORSED_WITH_RESERVATION, "€".repeat(1000)));
        }
        int bytes = new ObjectMapper().findAndRegisterModules().writeValueAsBytes(StatementView.of(statement)).length;
        assertTrue(bytes < 880_000, "it has " + bytes + " bytes");
    }

    private static void assertRefused(Executable call) {
        Problem problem = assertThrows(RuleViolated.class, call).problem(null, null);
        assertEquals("/reservation", problem.errors().get(0).pointer());
    }

    private static void said(DomainEvent event) {
        assertEquals(StatementEvent.class, event.getClass().getInterfaces()[0]);
    }

    private static StatementEvent endorse(
            Statement statement, String by, int version, EndorsementStance stance, String reservation) {
        return statement.endorse(new Endorse(version, stance, reservation), by, NOW);
    }

    private StatementEvent rewrite(Statement statement, StatementText text) {
        return statement.rewrite(text, UUID.randomUUID(), meeting, "GB", NOW);
    }

    private StatementEvent publish(Statement statement) {
        return statement.publish(meeting, "GB", NOW);
    }

    private Statement draft(String... required) {
        DraftStatement draft = new DraftStatement("We stand together.", null, List.of(required));
        return Statement.draft(UUID.randomUUID(), SampleItem.of(meeting), meeting, draft, "GB", NOW)
                .aggregate();
    }

    private Statement open(String... required) {
        Statement statement = draft(required);
        said(statement.open(meeting, List::of, "GB"));
        return statement;
    }

    private StatementEvent move(Statement statement, StatementStatus to) {
        return switch (to) {
            case OPEN_FOR_ENDORSEMENT -> statement.open(meeting, List::of, "GB");
            case PUBLISHED -> publish(statement);
            case WITHDRAWN -> statement.withdraw("why", meeting, "GB");
            case DRAFT -> throw new IllegalArgumentException("Nothing leads back");
        };
    }

    /** Endorsed by all as soon as that is possible. */
    private Statement in(StatementStatus status) {
        if (status == StatementStatus.DRAFT) {
            return draft("DE");
        }
        Statement statement = open("DE");
        said(endorse(statement, "DE", 1, ENDORSED, null));
        if (status != StatementStatus.OPEN_FOR_ENDORSEMENT) {
            said(move(statement, status));
        }
        return statement;
    }
}
