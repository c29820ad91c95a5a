package org.coalition.meetings.delegation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A person who speaks for the party.")
public record Delegate(
        @NotBlank @Size(max = 200) String name,

        @Schema(examples = "Head of Government") @Size(max = 200)
        String role,

        @Schema(examples = "adviser") @Size(max = 200) String capacity,

        @Schema(description = "Whether the person may vote for the party; false if not said.")
        Boolean votingRight) {

    public Delegate {
        votingRight = Boolean.TRUE.equals(votingRight);
    }
}
