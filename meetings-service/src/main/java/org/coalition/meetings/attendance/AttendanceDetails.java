package org.coalition.meetings.attendance;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Visibility;
import org.coalition.meetings.party.PartyCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How and when a delegation took part; PATCH it by JSON Merge Patch.")
record AttendanceDetails(
        @NotNull Presence presence,
        Instant arrivedAt,
        Instant leftAt,

        @Schema(
                description =
                        "Who of those who may know of the meeting may know of the attendance; left out: all of them.")
        Visibility visibility,

        @Schema(
                description =
                        "For RESTRICTED: the parties that may know of it; host, chair and the party itself always may.",
                examples = "[\"DE\", \"FR\"]")
        @Size(max = 300)
        List<@NotNull @PartyCode String> visibleTo) {

    AttendanceDetails {
        visibleTo = visibleTo == null ? List.of() : visibleTo;
    }

    @AssertTrue(message = "must be after arrivedAt")
    @Schema(hidden = true)
    boolean isLeftAt() {
        return arrivedAt == null || leftAt == null || leftAt.isAfter(arrivedAt);
    }

    Audience audience(String party) {
        return visibility == null ? null : Audience.of(visibility, visibleTo, List.of(party));
    }
}
