package org.coalition.meetings.meeting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Visibility;
import org.coalition.meetings.party.PartyCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What a meeting is about, when, where and for whom. PATCH it by JSON Merge Patch.")
public record MeetingDetails(
        @Schema(examples = "London meeting of leaders") @NotBlank @Size(max = 200)
        String title,

        @NotNull MeetingLevel level,
        @NotNull MeetingFormat format,

        @Schema(description = "The party that provides the place.", examples = "GB") @NotNull @PartyCode
        String host,

        @NotNull @Valid Chair chair,
        @Valid Location location,

        @Schema(examples = "Europe/London") @NotNull @TimeZoneName
        String timeZone,

        @Schema(examples = "2026-01-12T10:00:00Z") @NotNull Instant plannedStart,
        @Schema(examples = "2026-01-12T13:00:00Z") @NotNull Instant plannedEnd,
        @Size(max = 10_000) String summary,
        @NotNull Visibility visibility,

        @Schema(
                description = "For RESTRICTED: the parties that may know of it; host and chair always may.",
                examples = "[\"DE\", \"FR\"]")
        @Size(max = 300)
        List<@NotNull @PartyCode String> visibleTo,

        @Schema(description = "The parties without which the meeting has no quorum.", examples = "[\"UA\"]")
        @Size(max = 300)
        List<@NotNull @PartyCode String> requiredParties) {

    public MeetingDetails {
        visibleTo = visibleTo == null ? List.of() : visibleTo;
        requiredParties = requiredParties == null ? List.of() : requiredParties;
    }

    static MeetingDetails of(Meeting meeting) {
        return meeting.details();
    }

    Audience audience() {
        return Audience.of(visibility, visibleTo, List.of(host, chair.party()));
    }
}
