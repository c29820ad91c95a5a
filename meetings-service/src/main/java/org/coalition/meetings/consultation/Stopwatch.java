package org.coalition.meetings.consultation;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coalition.meetings.decision.DecisionView;
import org.coalition.meetings.decision.Decisions;
import org.coalition.meetings.meeting.Period;

/** Takes the times of consultations, from their call on; two statements whatever their number. */
@Singleton
class Stopwatch {
    private static final int MOST = 500;

    private final Consultations consultations;
    private final Decisions decisions;

    Stopwatch(Consultations consultations, Decisions decisions) {
        this.consultations = consultations;
        this.decisions = decisions;
    }

    ConsultationTiming of(UUID consultation) {
        return timed(List.of(consultations.get(consultation))).get(0);
    }

    ConsultationReport over(Period period) {
        List<ConsultationView> called = consultations.calledIn(period, MOST + 1);
        boolean complete = called.size() <= MOST;
        return ConsultationReport.of(
                period.from(), period.until(), timed(complete ? called : called.subList(0, MOST)), complete);
    }

    private List<ConsultationTiming> timed(List<ConsultationView> called) {
        List<UUID> linked = called.stream()
                .map(ConsultationView::decisionId)
                .filter(Objects::nonNull)
                .toList();
        Map<UUID, DecisionView> byId =
                decisions.known(linked).stream().collect(Collectors.toMap(DecisionView::id, Function.identity()));
        return called.stream()
                .map(each -> ConsultationTiming.of(each, byId.get(each.decisionId())))
                .toList();
    }
}
