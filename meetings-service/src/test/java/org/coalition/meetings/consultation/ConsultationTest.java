package org.coalition.meetings.consultation;

import static org.coalition.meetings.consultation.ConsultationStatus.CALLED;
import static org.coalition.meetings.consultation.ConsultationStatus.CANCELLED;
import static org.coalition.meetings.consultation.ConsultationStatus.CONCLUDED;
import static org.coalition.meetings.consultation.ConsultationStatus.IN_CONSULTATION;
import static org.coalition.meetings.meeting.SampleMeeting.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.coalition.defaults.identity.Visibility;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.Problem;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.meetings.meeting.MeetingLevel;
import org.junit.jupiter.api.Test;

class ConsultationTest {
    private static final Instant LATER = NOW.plusSeconds(90);

    @Test
    void eachVerbMovesAlongAnArrowAndNowhereElse() {
        for (ConsultationStatus from : ConsultationStatus.values()) {
            for (ConsultationStatus to : EnumSet.complementOf(EnumSet.of(CALLED))) {
                Consultation consultation = in(from);
                if (from.next().contains(to)) {
                    said(move(consultation, to));
                    assertEquals(to, consultation.status());
                } else if (from != to || from != IN_CONSULTATION) {
                    Problem problem = assertThrows(
                                    IllegalTransition.class, () -> move(consultation, to), from + " to " + to)
                            .problem(null, null);
                    assertEquals(from.name(), problem.state());
                    assertEquals(from.next().stream().map(Enum::name).toList(), problem.allowed());
                    assertEquals(from, consultation.status());
                }
            }
        }
    }

    @Test
    void aTextIsPutToThePartiesOnceAndBeforeTheEndOnly() {
        for (ConsultationStatus status : ConsultationStatus.values()) {
            Consultation consultation = in(status);
            if (status == CALLED || status == IN_CONSULTATION) {
                said(consultation.openSilence(UUID.randomUUID(), UUID.randomUUID(), "GB"));
                assertEquals(IN_CONSULTATION, consultation.status());
                assertThrows(
                        Conflict.class, () -> consultation.openSilence(UUID.randomUUID(), UUID.randomUUID(), "GB"));
                assertThrows(Conflict.class, () -> consultation.cancel("why", "GB", NOW));
            } else {
                assertThrows(
                        IllegalTransition.class,
                        () -> consultation.openSilence(UUID.randomUUID(), UUID.randomUUID(), "GB"));
            }
        }
    }

    @Test
    void aPartyAcknowledgesOnceAndAgainChangesNothing() {
        Consultation consultation = in(CALLED);
        said(consultation.acknowledge("FR", NOW));
        said(consultation.acknowledge("FR", LATER));
        assertEquals(List.of(new Acknowledgement("FR", NOW)), consultation.acknowledgements());
        assertNull(consultation.allAcknowledgedAt());
        said(consultation.acknowledge("US", LATER));
        assertEquals(NOW, consultation.firstAcknowledgedAt());
        assertEquals(LATER, consultation.allAcknowledgedAt());
        said(consultation.conclude("done", "GB", LATER));
        said(consultation.acknowledge("FR", LATER));
        assertEquals(2, consultation.acknowledgements().size());
    }

    @Test
    void onlyTheConsultedAcknowledgeAndOnlyTheConvenerRunsIt() {
        Consultation consultation = in(CALLED);
        for (String other : List.of("DE", "GB", "-")) {
            assertThrows(NotAllowed.class, () -> consultation.acknowledge(other, NOW));
        }
        for (String other : List.of("FR", "DE")) {
            assertThrows(NotAllowed.class, () -> consultation.conclude("x", other, NOW));
            assertThrows(NotAllowed.class, () -> consultation.cancel("x", other, NOW));
            assertThrows(NotAllowed.class, () -> consultation.openSilence(UUID.randomUUID(), UUID.randomUUID(), other));
        }
        assertEquals(CALLED, consultation.status());
    }

    @Test
    void byDefaultAllThatMayKnowOfItAreConsultedButWhoCalls() {
        assertEquals(
                List.of("DE", "UA"),
                called(Visibility.RESTRICTED, List.of("UA", "DE", "GB"), List.of())
                        .consultedParties());
        assertEquals(
                List.of("FR", "US"),
                called(Visibility.COALITION, List.of(), List.of()).consultedParties());
        assertThrows(RuleViolated.class, () -> called(Visibility.RESTRICTED, List.of(), List.of()));
        assertThrows(RuleViolated.class, () -> called(Visibility.PUBLIC, List.of(), List.of("GB")));
    }

    @Test
    void whoIsConsultedMayKnowOfIt() {
        assertEquals(
                List.of("DE", "FR", "GB"),
                called(Visibility.RESTRICTED, List.of("DE"), List.of("FR"))
                        .audience()
                        .parties());
    }

    @Test
    void minutesAreToATenthAndTheMedianOfAnEvenNumberIsBetween() {
        assertEquals(new BigDecimal("1.5"), Elapsed.minutes(NOW, LATER));
        assertEquals(new BigDecimal("0.0"), Elapsed.minutes(NOW, NOW.plusSeconds(2)));
        assertMedian("2.0", 3, 0, "1.0", "2.0", "9.0");
        assertMedian("1.6", 2, 1, "2.0", "1.1", null);
        assertMedian(null, 0, 1, (String) null);
        assertMedian(null, 0, 0);
    }

    private static void assertMedian(String median, int counted, int outstanding, String... minutes) {
        MedianMinutes found = MedianMinutes.of(
                Stream.of(minutes).map(each -> new Elapsed(each == null ? null : new BigDecimal(each), "")));
        assertEquals(median, found.median() == null ? null : found.median().toString());
        assertEquals(counted, found.counted());
        assertEquals(outstanding, found.outstanding());
    }

    private static Consultation in(ConsultationStatus status) {
        Consultation consultation = called(Visibility.COALITION, List.of(), List.of("FR", "US"));
        if (status == IN_CONSULTATION || status == CONCLUDED) {
            said(consultation.acknowledge("FR", NOW));
        }
        if (status == CONCLUDED || status == CANCELLED) {
            said(move(consultation, status));
        }
        return consultation;
    }

    private static Consultation called(Visibility visibility, List<String> visibleTo, List<String> consulted) {
        CallConsultation call = new CallConsultation(
                "Power grid",
                "An attack",
                List.of("Generators"),
                MeetingLevel.SENIOR_OFFICIALS,
                visibility,
                visibleTo,
                consulted);
        return Consultation.call(UUID.randomUUID(), call, () -> List.of("FR", "GB", "US"), "GB", NOW)
                .aggregate();
    }

    private static ConsultationEvent move(Consultation consultation, ConsultationStatus to) {
        return switch (to) {
            case IN_CONSULTATION -> consultation.acknowledge("US", NOW);
            case CONCLUDED -> consultation.conclude("done", "GB", NOW);
            case CANCELLED -> consultation.cancel("why", "GB", NOW);
            case CALLED -> throw new IllegalArgumentException("Nothing leads back");
        };
    }

    private static void said(ConsultationEvent event) {
        assertEquals(ConsultationEvent.class, event.getClass().getInterfaces()[0]);
    }
}
