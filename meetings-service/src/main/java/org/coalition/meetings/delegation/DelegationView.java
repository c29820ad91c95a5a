package org.coalition.meetings.delegation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The persons representing one party at one meeting.")
public record DelegationView(
        UUID id,
        long version,
        UUID meetingId,
        String party,
        Delegate head,
        List<Delegate> members,
        Rsvp rsvp,

        @Schema(description = "For DELEGATED: who comes instead.")
        String substitute,

        @Schema(description = "The delegates who came in the place of others, the latest last.")
        List<Replacement> replacements,

        Instant createdAt,
        Instant updatedAt)
        implements View {

    static DelegationView of(Delegation delegation) {
        return new DelegationView(
                delegation.id(),
                delegation.version(),
                delegation.meetingId(),
                delegation.party(),
                delegation.composition().head(),
                delegation.composition().members(),
                delegation.reply().rsvp(),
                delegation.reply().substitute(),
                delegation.replacements(),
                delegation.createdAt(),
                delegation.updatedAt());
    }

    @Override
    public String path() {
        return "/v1/delegations/" + id;
    }
}
