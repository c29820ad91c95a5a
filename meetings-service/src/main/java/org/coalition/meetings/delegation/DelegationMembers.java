package org.coalition.meetings.delegation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Who belongs to a delegation; PATCH it by JSON Merge Patch.")
record DelegationMembers(
        @Schema(description = "Speaks for the party.") @Valid
        Delegate head,

        @Size(max = 200) List<@NotNull @Valid Delegate> members) {

    DelegationMembers {
        members = members == null ? List.of() : members;
    }
}
