package org.coalition.meetings.decision;

import static org.coalition.meetings.meeting.SampleMeeting.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coalition.defaults.aggregate.DomainEvent;
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

class DecisionTest {
    private static final DecisionText OTHER = new DecisionText("Another text.", null, null, null, null);

    private final Meeting meeting = SampleMeeting.in(MeetingStatus.IN_PROGRESS);
    private int numbers;

    @Test
    void noAbstentionAndNoSilenceHindersAConsensusButOneObjectionDoes() {
        Decision decision = open("DE", "FR", "GB");
        said(decision.takePosition(new TakePosition(Stance.ABSTAIN, null), "DE", NOW));
        said(decision.takePosition(new TakePosition(Stance.NOT_PARTICIPATING, null), "FR", NOW));
        assertEquals(new DecisionEvent.Adopted("2026/1", NOW), conclude(decision));
        assertEquals(DecisionStatus.ADOPTED, decision.status(NOW));

        Decision other = open("DE", "FR", "GB");
        said(other.takePosition(new TakePosition(Stance.FOR, null), "DE", NOW));
        said(other.takePosition(new TakePosition(Stance.AGAINST, null), "FR", NOW));
        assertEquals(new DecisionEvent.Rejected(), conclude(other));
        assertNull(other.registerNumber());
    }

    @Test
    void aPartysLastPositionCounts() {
        Decision decision = open("DE", "FR");
        said(decision.takePosition(new TakePosition(Stance.AGAINST, null), "DE", NOW));
        said(decision.takePosition(new TakePosition(Stance.FOR, null), "DE", NOW));
        assertEquals(1, decision.ballot().positions().size());
        assertEquals(DecisionEvent.Adopted.class, conclude(decision).getClass());
    }

    @Test
    void whoIsEntitledIsFrozenWhenItIsOpened() {
        Decision decision = open("DE", "FR");
        assertThrows(NotAllowed.class, () -> decision.takePosition(new TakePosition(Stance.AGAINST, null), "US", NOW));
        Decision named = draft(AdoptionRule.CONSENSUS, "US");
        said(named.open(meeting, () -> List.of("DE", "FR"), "GB", NOW));
        assertEquals(List.of("US"), named.ballot().entitled());
        Decision nobody = draft(AdoptionRule.CONSENSUS);
        assertThrows(RuleViolated.class, () -> nobody.open(meeting, List::of, "GB", NOW));
    }

    @Test
    void untilTheLastInstantAnEntitledPartyBreaksTheSilence() {
        Decision decision = underSilence(Duration.ofHours(48));
        Instant last = decision.silence().expiresAt().minus(Duration.ofNanos(1000));
        assertEquals(DecisionStatus.UNDER_SILENCE, decision.status(last));
        assertThrows(NotAllowed.class, () -> object(decision, "US", last));
        assertEquals(new DecisionEvent.SilenceBroken("FR", Objection.Kind.OBJECTION), object(decision, "FR", last));
        assertEquals(DecisionStatus.BROKEN, decision.status(decision.silence().expiresAt()));
        said(decision.settle(this::register, decision.silence().expiresAt()));
        assertEquals(DecisionStatus.BROKEN, decision.status(decision.silence().expiresAt()));
        assertEquals(0, numbers);
    }

    @Test
    void fromTheInstantOfExpiryOnItIsAdoptedAndNothingBreaksIt() {
        Decision decision = underSilence(Duration.ofHours(48));
        Instant expiry = decision.silence().expiresAt();
        assertEquals(NOW.plus(Duration.ofHours(48)), expiry);
        assertEquals(DecisionStatus.ADOPTED, decision.status(expiry));
        assertEquals(expiry, decision.adoptedAt(expiry));
        for (Instant late : List.of(expiry, expiry.plusSeconds(1))) {
            assertRefused(DecisionStatus.ADOPTED, Set.of(), () -> object(decision, "FR", late));
            assertRefused(DecisionStatus.ADOPTED, Set.of(), () -> decision.withdraw("why", meeting, "GB", late));
            assertRefused(DecisionStatus.ADOPTED, Set.of(), () -> decision.revise(OTHER, meeting, "GB", late));
        }
    }

    @Test
    void settlingRecordsTheExpiryOnceHoweverLateItIs() {
        Decision decision = underSilence(Duration.ofHours(48));
        Instant expiry = decision.silence().expiresAt();
        said(decision.settle(this::register, expiry.minusSeconds(1)));
        assertNull(decision.registerNumber());
        DomainEvent adopted = decision.settle(this::register, expiry.plus(Duration.ofDays(400)));
        assertEquals(new DecisionEvent.Adopted("2026/1", expiry), adopted);
        assertEquals(expiry, adopted.happenedAt(expiry.plus(Duration.ofDays(400))));
        said(decision.settle(this::register, expiry.plus(Duration.ofDays(401))));
        assertEquals(1, numbers);
    }

    @Test
    void editingTheTextStartsThePeriodAgainAndAnEditThatChangesNothingDoesNot() {
        Decision decision = underSilence(Duration.ofHours(10));
        Instant later = NOW.plus(Duration.ofHours(9));
        said(decision.revise(decision.decisionText(), meeting, "GB", later));
        assertEquals(NOW.plus(Duration.ofHours(10)), decision.silence().expiresAt());
        assertEquals(
                new DecisionEvent.Revised(NOW.plus(Duration.ofHours(19))),
                decision.revise(OTHER, meeting, "GB", later));
        assertEquals(DecisionStatus.UNDER_SILENCE, decision.status(NOW.plus(Duration.ofHours(18))));
    }

    @Test
    void nobodyConcludesADecisionUnderSilenceBeforeItsTime() {
        Decision decision = underSilence(Duration.ofHours(48));
        assertRefused(
                DecisionStatus.UNDER_SILENCE,
                Set.of(DecisionStatus.ADOPTED, DecisionStatus.BROKEN, DecisionStatus.WITHDRAWN),
                () -> conclude(decision));
        assertEquals(0, numbers);
    }

    @Test
    void whatWasWithdrawnIsNeitherBrokenNorAdopted() {
        Decision decision = underSilence(Duration.ofHours(48));
        said(decision.withdraw("overtaken", meeting, "GB", NOW));
        assertRefused(DecisionStatus.WITHDRAWN, Set.of(), () -> object(decision, "FR", NOW));
        said(decision.settle(this::register, decision.silence().expiresAt()));
        assertEquals(
                DecisionStatus.WITHDRAWN, decision.status(decision.silence().expiresAt()));
    }

    @Test
    void eachVerbMovesAlongAnArrowAndNowhereElse() {
        for (AdoptionRule rule : AdoptionRule.values()) {
            for (DecisionStatus from : DecisionStatus.values()) {
                for (DecisionStatus to : DecisionStatus.values()) {
                    Decision decision = in(from, rule);
                    if (decision != null && to != DecisionStatus.DRAFT && !isByTheClock(decision, to)) {
                        tryMove(decision, from, to);
                    }
                }
            }
        }
    }

    @Test
    void onlyHostAndChairMoveADecision() {
        Decision decision = open("US");
        assertThrows(NotAllowed.class, () -> decision.conclude(meeting, this::register, "US", NOW));
        assertThrows(NotAllowed.class, () -> decision.withdraw("why", meeting, "US", NOW));
        assertThrows(NotAllowed.class, () -> decision.revise(OTHER, meeting, "US", NOW));
        assertThrows(
                NotAllowed.class, () -> draft(AdoptionRule.CONSENSUS).open(meeting, () -> List.of("US"), "US", NOW));
    }

    @Test
    void whenTheMinutesAreApprovedTheTextStands() {
        Decision decision = draft(AdoptionRule.CONSENSUS);
        Meeting over = SampleMeeting.in(MeetingStatus.MINUTES_APPROVED);
        assertThrows(IllegalTransition.class, () -> decision.revise(OTHER, over, "GB", NOW));
        assertThrows(IllegalTransition.class, () -> decision.open(over, () -> List.of("GB"), "GB", NOW));
        assertEquals("A text.", decision.decisionText().text());
    }

    private void tryMove(Decision decision, DecisionStatus from, DecisionStatus to) {
        Set<DecisionStatus> next = decision.next(NOW);
        if (next.contains(to)) {
            said(move(decision, to));
            assertEquals(to, decision.status(NOW));
        } else {
            assertRefused(from, next, () -> move(decision, to));
            assertEquals(from, decision.status(NOW));
        }
    }

    /** No verb adopts what is under silence: time does. */
    private static boolean isByTheClock(Decision decision, DecisionStatus to) {
        return decision.status(NOW) == DecisionStatus.UNDER_SILENCE && to == DecisionStatus.ADOPTED;
    }

    private DecisionEvent move(Decision decision, DecisionStatus to) {
        return switch (to) {
            case OPEN -> decision.open(meeting, () -> List.of("FR"), "GB", NOW);
            case UNDER_SILENCE ->
                decision.startSilence(start(Duration.ofHours(1)), meeting, () -> List.of("FR"), "GB", NOW);
            case ADOPTED -> {
                if (decision.status(NOW) == DecisionStatus.OPEN) {
                    said(decision.takePosition(new TakePosition(Stance.FOR, null), "FR", NOW));
                }
                yield conclude(decision);
            }
            case REJECTED -> {
                if (decision.status(NOW) == DecisionStatus.OPEN) {
                    said(decision.takePosition(new TakePosition(Stance.AGAINST, null), "FR", NOW));
                }
                yield conclude(decision);
            }
            case BROKEN -> object(decision, "FR", NOW);
            case WITHDRAWN -> decision.withdraw("why", meeting, "GB", NOW);
            case DRAFT -> throw new IllegalArgumentException("Nothing leads to a draft");
        };
    }

    /** Null if this rule never leads there. */
    private Decision in(DecisionStatus status, AdoptionRule rule) {
        DecisionStatus first = rule == AdoptionRule.SILENCE ? DecisionStatus.UNDER_SILENCE : DecisionStatus.OPEN;
        Map<DecisionStatus, List<DecisionStatus>> ways = new EnumMap<>(DecisionStatus.class);
        ways.put(DecisionStatus.DRAFT, List.of());
        ways.put(first, List.of(first));
        ways.put(DecisionStatus.WITHDRAWN, List.of(first, DecisionStatus.WITHDRAWN));
        if (rule == AdoptionRule.SILENCE) {
            ways.put(DecisionStatus.BROKEN, List.of(first, DecisionStatus.BROKEN));
        } else {
            ways.put(DecisionStatus.ADOPTED, List.of(first, DecisionStatus.ADOPTED));
            ways.put(DecisionStatus.REJECTED, List.of(first, DecisionStatus.REJECTED));
        }
        if (!ways.containsKey(status)) {
            return null;
        }
        Decision decision = draft(rule);
        ways.get(status).forEach(step -> said(move(decision, step)));
        return decision;
    }

    private Decision draft(AdoptionRule rule, String... entitled) {
        return Decision.draft(
                        UUID.randomUUID(),
                        SampleItem.of(meeting),
                        meeting,
                        new DraftDecision("A text.", rule, threshold(rule), List.of(entitled), null, null, null, null),
                        "GB",
                        NOW)
                .aggregate();
    }

    private Decision open(String... entitled) {
        Decision decision = draft(AdoptionRule.CONSENSUS);
        said(decision.open(meeting, () -> List.of(entitled), "GB", NOW));
        return decision;
    }

    private Decision underSilence(Duration period) {
        Decision decision = draft(AdoptionRule.SILENCE);
        said(decision.startSilence(start(period), meeting, () -> List.of("DE", "FR"), "GB", NOW));
        return decision;
    }

    private DecisionEvent conclude(Decision decision) {
        return decision.conclude(meeting, this::register, "GB", NOW);
    }

    private static DecisionEvent object(Decision decision, String by, Instant now) {
        return decision.breakSilence(new RaiseObjection(Objection.Kind.OBJECTION, "Not like this.", null), by, now);
    }

    private static StartSilence start(Duration period) {
        return new StartSilence(period, null);
    }

    private static Threshold threshold(AdoptionRule rule) {
        return rule == AdoptionRule.QUALIFIED ? new Threshold(2, 3) : null;
    }

    private String register(int year) {
        numbers++;
        return year + "/" + numbers;
    }

    private static void assertRefused(DecisionStatus state, Set<DecisionStatus> allowed, Executable move) {
        Problem problem = assertThrows(IllegalTransition.class, move).problem(null, null);
        assertEquals(409, problem.status());
        assertEquals(state.name(), problem.state());
        assertEquals(
                allowed.stream().map(Enum::name).sorted().toList(),
                problem.allowed().stream().sorted().toList());
    }

    private static void said(DecisionEvent event) {
        assertEquals(DecisionEvent.class, event.getClass().getInterfaces()[0]);
    }
}
