package org.coalition.meetings.decision;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How the result is computed, and from what.")
public record DecisionResult(
        @Schema(description = "Entitled parties by position.")
        Map<Stance, Long> counted,

        @Schema(description = "Entitled parties that have taken no position.")
        int silent,

        String explanation) {

    static DecisionResult of(Decision decision, Instant now) {
        Map<Stance, Long> counted = new EnumMap<>(Stance.class);
        for (Stance stance : Stance.values()) {
            counted.put(stance, decision.count(stance));
        }
        return new DecisionResult(
                counted,
                decision.entitledParties().size() - decision.positions().size(),
                explain(decision, now));
    }

    private static String explain(Decision decision, Instant now) {
        int entitled = decision.entitledParties().size();
        return switch (decision.adoptionRule()) {
            case CONSENSUS ->
                "Consensus: adopted when none of the %d entitled parties is against; against now: %d."
                        .formatted(entitled, decision.count(Stance.AGAINST));
            case SILENCE ->
                switch (decision.status(now)) {
                    case BROKEN ->
                        "Silence: broken by %s at %s."
                                .formatted(
                                        decision.objection().party(),
                                        decision.objection().at());
                    case ADOPTED ->
                        "Silence: none of the %d entitled parties objected before %s."
                                .formatted(entitled, decision.expiresAt());
                    case UNDER_SILENCE ->
                        "Silence: adopted at %s unless one of the %d entitled parties objects before."
                                .formatted(decision.expiresAt(), entitled);
                    default -> "Silence: adopted unless an entitled party objects before the expiry.";
                };
        };
    }
}
