package org.coalition.meetings.statement;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.RuleViolated;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The caller's party endorses or declines a version, or changes what it said of it.")
record Endorse(
        @Schema(description = "The version that the party has read; only the current one can be endorsed.")
        @NotNull
        @Min(1)
        Integer versionNumber,

        @NotNull EndorsementStance stance,

        @Schema(description = "For ENDORSED_WITH_RESERVATION, and only then.") @Size(max = 1000)
        String reservation) {

    /** What a party says by this of the version with this number, if it means that one. */
    Endorsement by(String party, int current, Instant now) {
        if (versionNumber > current) {
            throw new RuleViolated(
                    "/versionNumber",
                    "unknown-version",
                    "There is no version %d; the current one is %d.".formatted(versionNumber, current));
        }
        if (versionNumber < current) {
            throw new Conflict("Version %d is no longer the current one, which is %d; read that and endorse it."
                    .formatted(versionNumber, current));
        }
        boolean reserves = stance == EndorsementStance.ENDORSED_WITH_RESERVATION;
        if (reserves && (reservation == null || reservation.isBlank())) {
            throw new RuleViolated("/reservation", "not-blank", "Say what the reservation is.");
        }
        if (!reserves && reservation != null) {
            throw new RuleViolated(
                    "/reservation", "no-reservation", "A reservation goes with ENDORSED_WITH_RESERVATION only.");
        }
        return new Endorsement(party, stance, reservation, now);
    }
}
