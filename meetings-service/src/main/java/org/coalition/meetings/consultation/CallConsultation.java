package org.coalition.meetings.consultation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Visibility;
import org.coalition.meetings.meeting.MeetingLevel;
import org.coalition.meetings.party.PartyCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Calls parties to an urgent consultation.")
record CallConsultation(
        @Schema(examples = "Attack on the power grid") @NotBlank @Size(max = 200)
        String title,

        @Schema(description = "What happened.") @NotBlank @Size(max = 5000)
        String trigger,

        @Schema(examples = "[\"Send generators\"]") @NotNull @Size(min = 1, max = 20)
        List<@NotBlank @Size(max = 2000) String> proposedResponses,

        @NotNull MeetingLevel level,
        @NotNull Visibility visibility,

        @Schema(
                description =
                        "For RESTRICTED: further parties that may know of it; those that are consulted always may.",
                examples = "[\"DE\", \"FR\"]")
        @Size(max = 300)
        List<@NotNull @PartyCode String> visibleTo,

        @Schema(description = "By default all parties that may know of it.", examples = "[\"DE\", \"FR\"]")
        @Size(max = 300)
        List<@NotNull @PartyCode String> consultedParties) {

    CallConsultation {
        visibleTo = visibleTo == null ? List.of() : visibleTo;
        consultedParties = consultedParties == null ? List.of() : consultedParties;
    }

    Audience audience(String by) {
        List<String> always = new ArrayList<>(consultedParties);
        always.add(by);
        return Audience.of(visibility, visibleTo, always);
    }
}
