package org.coalition.meetings.statement;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How far the current version is from being endorsed by all, and how that is counted.")
public record Completeness(
        @Schema(description = "Whether every required party has endorsed the current version.")
        boolean complete,

        @Schema(description = "How many parties must endorse it.")
        int required,

        @Schema(description = "How many have, with or without a reservation.")
        int endorsed,

        @Schema(description = "How many of these with a reservation.")
        int withReservation,

        List<String> declined,

        @Schema(description = "Required parties that have said nothing of this version.")
        List<String> missing,

        String explanation) {

    static Completeness of(Statement statement) {
        List<Endorsement> said = statement.endorsements();
        List<String> declined = parties(said, EndorsementStance.DECLINED);
        List<String> heard = said.stream().map(Endorsement::party).toList();
        List<String> missing = statement.requiredParties().stream()
                .filter(party -> !heard.contains(party))
                .toList();
        int required = statement.requiredParties().size();
        int endorsed = said.size() - declined.size();
        return new Completeness(
                required > 0 && endorsed == required,
                required,
                endorsed,
                parties(said, EndorsementStance.ENDORSED_WITH_RESERVATION).size(),
                declined,
                missing,
                required == 0
                        ? "Required are the parties that have a delegation when it is opened for endorsement."
                        : explain(statement.current().number(), required, endorsed, declined, missing));
    }

    private static String explain(int number, int required, int endorsed, List<String> declined, List<String> missing) {
        return "Version %d: endorsed by %d of %d required parties, with or without a reservation%s%s."
                .formatted(
                        number,
                        endorsed,
                        required,
                        declined.isEmpty() ? "" : "; declined by " + String.join(", ", declined),
                        missing.isEmpty() ? "" : "; nothing said yet by " + String.join(", ", missing));
    }

    private static List<String> parties(List<Endorsement> said, EndorsementStance stance) {
        return said.stream()
                .filter(endorsement -> endorsement.stance() == stance)
                .map(Endorsement::party)
                .sorted()
                .toList();
    }
}
