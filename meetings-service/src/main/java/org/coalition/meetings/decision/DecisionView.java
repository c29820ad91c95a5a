package org.coalition.meetings.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A text adopted, or to be adopted, under a stated rule.")
public record DecisionView(
        UUID id,
        long version,
        UUID meetingId,
        UUID agendaItemId,
        DecisionStatus status,
        @Schema(description = "Why it was withdrawn.") String statusReason,

        @Schema(description = "The states that may follow now.")
        List<DecisionStatus> next,

        String text,
        AdoptionRule adoptionRule,

        @Schema(description = "Frozen when the decision is opened or put under silence.")
        List<String> entitledParties,

        List<Position> positions,
        Objection objection,
        DecisionResult result,

        @Schema(description = "End of the silence: from this instant the decision is adopted.")
        Instant expiresAt,

        Instant adoptedAt,

        @Schema(description = "Gap-free per year; given on adoption.", examples = "DEC/2026/001")
        String registerNumber,

        LocalDate effectiveOn,
        LocalDate reviewOn,
        Instant createdAt,
        Instant updatedAt)
        implements View {

    static DecisionView of(Decision decision, Instant now) {
        return new DecisionView(
                decision.id(),
                decision.version(),
                decision.meetingId(),
                decision.agendaItemId(),
                decision.status(now),
                decision.statusReason(),
                List.copyOf(decision.next(now)),
                decision.decisionText().text(),
                decision.adoptionRule(),
                decision.entitledParties(),
                List.copyOf(decision.positions()),
                decision.objection(),
                DecisionResult.of(decision, now),
                decision.expiresAt(),
                decision.adoptedAt(now),
                decision.registerNumber(),
                decision.decisionText().effectiveOn(),
                decision.decisionText().reviewOn(),
                decision.createdAt(),
                decision.updatedAt());
    }

    /** Whether it is adopted by the clock only: nothing has recorded yet that the silence has lasted. */
    boolean awaitsSettlement() {
        return status == DecisionStatus.ADOPTED && registerNumber == null;
    }

    /** Another than the text under silence had, although the version is the same. */
    @Override
    public String tag() {
        return awaitsSettlement() ? version + "-expired" : Long.toString(version);
    }

    @Override
    public String path() {
        return "/v1/decisions/" + id;
    }
}
