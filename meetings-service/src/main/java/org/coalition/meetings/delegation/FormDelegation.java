package org.coalition.meetings.delegation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.coalition.meetings.party.PartyCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Forms a party's delegation: host or chair for any party, another party for itself.")
record FormDelegation(
        @Schema(examples = "GB") @NotNull @PartyCode String party,

        @Schema(description = "Speaks for the party.") @Valid
        Delegate head,

        @Size(max = 200) List<@NotNull @Valid Delegate> members) {

    FormDelegation {
        members = members == null ? List.of() : members;
    }

    DelegationMembers composition() {
        return new DelegationMembers(head, members);
    }
}
