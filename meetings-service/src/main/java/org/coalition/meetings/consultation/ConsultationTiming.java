package org.coalition.meetings.consultation;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.coalition.meetings.decision.DecisionStatus;
import org.coalition.meetings.decision.DecisionView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How soon the parties have heard of a consultation, and how soon it was decided.")
record ConsultationTiming(
        UUID consultationId,
        Instant calledAt,

        @Schema(description = "Until the first consulted party acknowledged it.")
        Elapsed firstAcknowledged,

        @Schema(description = "Until each consulted party had acknowledged it.")
        Elapsed allAcknowledged,

        @Schema(description = "Of each consulted party.") Map<String, Elapsed> acknowledged,

        @Schema(description = "Until the decision that it led to was adopted.")
        Elapsed decided) {

    /** @param decision the linked one as it is now; null if there is none that the caller may see */
    static ConsultationTiming of(ConsultationView consultation, DecisionView decision) {
        Instant called = consultation.createdAt();
        int consulted = consultation.consultedParties().size();
        int given = consultation.acknowledgements().size();
        Map<String, Elapsed> byParty = new TreeMap<>();
        consultation
                .consultedParties()
                .forEach(party -> byParty.put(party, Elapsed.notYet(party + " has not acknowledged it yet.")));
        consultation
                .acknowledgements()
                .forEach(each -> byParty.put(
                        each.party(),
                        Elapsed.between(
                                called, each.at(), "%s acknowledged at %s.".formatted(each.party(), each.at()))));
        return new ConsultationTiming(
                consultation.id(),
                called,
                given == 0
                        ? Elapsed.notYet("None of %d consulted parties has acknowledged it yet.".formatted(consulted))
                        : Elapsed.between(
                                called,
                                consultation.firstAcknowledgedAt(),
                                "First acknowledged at %s.".formatted(consultation.firstAcknowledgedAt())),
                given < consulted
                        ? Elapsed.notYet("%d of %d consulted parties have acknowledged it.".formatted(given, consulted))
                        : Elapsed.between(
                                called,
                                consultation.allAcknowledgedAt(),
                                "The last of %d acknowledged at %s."
                                        .formatted(consulted, consultation.allAcknowledgedAt())),
                byParty,
                decided(called, decision));
    }

    private static Elapsed decided(Instant called, DecisionView decision) {
        if (decision == null) {
            return Elapsed.notYet("No text has been put to the parties.");
        }
        return decision.status() == DecisionStatus.ADOPTED
                ? Elapsed.between(called, decision.adoptedAt(), "Adopted at %s.".formatted(decision.adoptedAt()))
                : Elapsed.notYet("The decision is %s, not adopted.".formatted(decision.status()));
    }
}
