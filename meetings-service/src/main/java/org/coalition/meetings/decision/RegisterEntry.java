package org.coalition.meetings.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "An adopted decision as it stands in the register.")
record RegisterEntry(
        @Schema(examples = "DEC/2026/014") String number,
        UUID decisionId,
        UUID meetingId,
        UUID agendaItemId,
        String text,
        AdoptionRule adoptionRule,
        List<String> entitledParties,
        List<Reservation> reservations,
        Instant adoptedAt,
        LocalDate effectiveOn,
        LocalDate reviewOn,
        UUID supersedes,
        UUID amends,

        @Schema(description = "Whether no other decision has taken its place.")
        boolean inForce,

        @Schema(description = "What has taken its place; absent if that is not for all who may know of this one.")
        UUID supersededBy,

        @Schema(description = "What has changed it, as far as that is for all who may know of this one.")
        List<UUID> amendedBy) {

    static RegisterEntry of(Decision decision, Instant now) {
        DecisionText text = decision.decisionText();
        Succession succession = decision.succession(now);
        return new RegisterEntry(
                decision.registerNumber(),
                decision.id(),
                decision.meetingId(),
                decision.agendaItemId(),
                text.text(),
                decision.adoptionRule(),
                decision.ballot().entitled(),
                decision.ballot().reservations(),
                decision.adoptedAt(now),
                text.effectiveOn(),
                text.reviewOn(),
                text.supersedes(),
                text.amends(),
                !succession.superseded(),
                succession.supersededBy(),
                succession.amendedBy());
    }
}
