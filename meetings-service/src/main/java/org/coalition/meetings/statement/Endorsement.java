package org.coalition.meetings.statement;

import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What a party says of one version of a joint statement.")
public record Endorsement(
        String party,
        EndorsementStance stance,

        @Schema(description = "The formal limit that the party sets to its endorsement.")
        String reservation,

        Instant at) {

    boolean isEndorsement() {
        return stance != EndorsementStance.DECLINED;
    }

    /** Whether the same party says the same once more. */
    boolean repeats(Endorsement other) {
        return party.equals(other.party) && stance == other.stance && Objects.equals(reservation, other.reservation);
    }
}
