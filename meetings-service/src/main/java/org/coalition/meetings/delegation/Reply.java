package org.coalition.meetings.delegation;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A delegation's reply to the invitation.")
record Reply(
        @NotNull Rsvp rsvp,

        @Schema(description = "For DELEGATED: who comes instead.") @Size(max = 200)
        String substitute) {

    @AssertTrue(message = "must be named for DELEGATED, and only then")
    @Schema(hidden = true)
    boolean isSubstitute() {
        return rsvp == Rsvp.DELEGATED ? substitute != null && !substitute.isBlank() : substitute == null;
    }
}
