package org.coalition.meetings.decision;

import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How the result is computed, and from what.")
public record DecisionResult(
        @Schema(description = "Entitled parties by position.")
        Map<Stance, Integer> counted,

        @Schema(description = "Entitled parties that have taken no position.")
        int silent,

        String explanation) {

    static DecisionResult of(Decision decision, Instant now) {
        Tally tally = decision.ballot().tally();
        return new DecisionResult(tally.counted(), tally.silent(), explain(decision, tally, now));
    }

    private static String explain(Decision decision, Tally tally, Instant now) {
        int entitled = tally.entitled();
        int inFavour = tally.count(Stance.FOR);
        int against = tally.count(Stance.AGAINST);
        return switch (decision.adoptionRule()) {
            case CONSENSUS -> """
                    Consensus: adopted when none of the %d entitled parties is against; against now: %d. Who abstains, does \
                    not participate or takes no position does not stand in the way.""".formatted(entitled, against);
            case UNANIMITY -> """
                    Unanimity: adopted when all %d entitled parties are for; for now: %d. Who abstains, does not participate \
                    or takes no position stands in the way as much as who is against.""".formatted(entitled, inFavour);
            case MAJORITY -> """
                    Majority: adopted when more parties are for than against; for now: %d, against: %d. Only these two \
                    positions count: who abstains, does not participate or takes no position adds to neither. A tie \
                    rejects.""".formatted(inFavour, against);
            case QUALIFIED ->
                """
                    Qualified majority: adopted when %s of the %d entitled parties are for, which is %d or more; for now: %d. \
                    Who abstains, does not participate or takes no position is one of the %d all the same, and not for.""".formatted(
                        decision.threshold(), entitled, decision.threshold().of(entitled), inFavour, entitled);
            case SILENCE -> explainSilence(decision, entitled, now);
        };
    }

    private static String explainSilence(Decision decision, int entitled, Instant now) {
        Silence silence = decision.silence();
        return switch (decision.status(now)) {
            case BROKEN ->
                "Silence: broken by %s at %s."
                        .formatted(
                                silence.objection().party(), silence.objection().at());
            case ADOPTED ->
                "Silence: none of the %d entitled parties objected before %s.".formatted(entitled, silence.expiresAt());
            case UNDER_SILENCE ->
                "Silence: adopted at %s unless one of the %d entitled parties objects before; a party that says nothing agrees."
                        .formatted(silence.expiresAt(), entitled);
            default -> "Silence: adopted unless an entitled party objects before the expiry.";
        };
    }
}
