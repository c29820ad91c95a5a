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
        Threshold threshold,

        @Schema(description = "Frozen when the decision is opened or put under silence.")
        List<String> entitledParties,

        List<Position> positions,
        List<Reservation> reservations,
        Objection objection,
        DecisionResult result,
        Urgency urgency,

        @Schema(description = "End of the silence: from this instant the decision is adopted.")
        Instant expiresAt,

        Instant adoptedAt,
        Instant rejectedAt,

        @Schema(description = "Gap-free per year; given on adoption.", examples = "DEC/2026/001")
        String registerNumber,

        @Schema(description = "Adopted, and no other decision has taken its place.")
        boolean inForce,

        @Schema(description = "Whose place it takes when it is adopted.")
        UUID supersedes,

        @Schema(description = "What it changes when it is adopted.")
        UUID amends,

        @Schema(description = "What has taken its place; absent if that is not for all who may know of this one.")
        UUID supersededBy,

        @Schema(description = "What has changed it, as far as that is for all who may know of this one.")
        List<UUID> amendedBy,

        LocalDate effectiveOn,
        LocalDate reviewOn,
        Instant createdAt,
        Instant updatedAt)
        implements View {

    static DecisionView of(Decision decision, Instant now) {
        DecisionText text = decision.decisionText();
        Ballot ballot = decision.ballot();
        Silence silence = decision.silence();
        Succession succession = decision.succession(now);
        return new DecisionView(
                decision.id(),
                decision.version(),
                decision.meetingId(),
                decision.agendaItemId(),
                decision.status(now),
                decision.statusReason(),
                List.copyOf(decision.next(now)),
                text.text(),
                decision.adoptionRule(),
                decision.threshold(),
                ballot.entitled(),
                ballot.positions(),
                ballot.reservations(),
                silence == null ? null : silence.objection(),
                DecisionResult.of(decision, now),
                silence == null ? null : silence.urgency(),
                silence == null ? null : silence.expiresAt(),
                decision.adoptedAt(now),
                decision.rejectedAt(),
                decision.registerNumber(),
                decision.status(now) == DecisionStatus.ADOPTED && !succession.superseded(),
                text.supersedes(),
                text.amends(),
                succession.supersededBy(),
                succession.amendedBy(),
                text.effectiveOn(),
                text.reviewOn(),
                decision.createdAt(),
                decision.updatedAt());
    }

    /** Whether it is adopted by the clock only: nothing has recorded yet that the silence has lasted. */
    boolean awaitsSettlement() {
        return status == DecisionStatus.ADOPTED && registerNumber == null;
    }

    /** Another than before, although the version is the same: when a silence has lasted, or a later decision was adopted. */
    @Override
    public String tag() {
        return version
                + (awaitsSettlement() ? "-expired" : "")
                + (amendedBy.isEmpty() ? "" : "-amended" + amendedBy.size())
                + (status == DecisionStatus.ADOPTED && !inForce ? "-superseded" : "")
                + (supersededBy == null ? "" : "-by");
    }

    @Override
    public String path() {
        return "/v1/decisions/" + id;
    }
}
