package org.coalition.meetings.series;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Visibility;
import org.coalition.meetings.meeting.Chair;
import org.coalition.meetings.meeting.MeetingFormat;
import org.coalition.meetings.meeting.MeetingLevel;
import org.coalition.meetings.party.Parties;
import org.coalition.meetings.party.PartyCode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "What a series is about and what its meetings begin with. PATCH it by JSON Merge Patch; "
                + "meetings already planned keep what they have.")
record SeriesDetails(
        @Schema(examples = "Regular consultations with the US") @NotBlank @Size(max = 200)
        String title,

        @NotNull MeetingLevel level,
        @NotNull MeetingFormat format,
        @Schema(examples = "GB") @NotNull @PartyCode String host,
        @NotNull @Valid Chair chair,

        @Schema(description = "The party consulted with.", examples = "US") @PartyCode
        String counterpart,

        @Schema(description = "What the consultations are for.") @Size(max = 10_000)
        String mandate,

        @Schema(
                type = SchemaType.STRING,
                format = "duration",
                description =
                        "Agreed longest time between two consultations: ISO 8601 in years, months, weeks or days.",
                examples = "P3M")
        Period interval,

        @Schema(description = "The agenda that each planned meeting begins with.") @Size(max = 100)
        List<@NotNull @Valid TemplateItem> agenda,

        @NotNull Visibility visibility,

        @Schema(
                description =
                        "For RESTRICTED: the parties that may know of it; host, chair and counterpart always may.")
        @Size(max = 300)
        List<@NotNull @PartyCode String> visibleTo) {

    SeriesDetails {
        agenda = agenda == null ? List.of() : agenda;
        visibleTo = visibleTo == null ? List.of() : visibleTo;
    }

    Audience audience() {
        List<String> always =
                counterpart == null ? List.of(host, chair.party()) : List.of(host, chair.party(), counterpart);
        return Audience.of(visibility, visibleTo, always);
    }

    /** The parties it names, by the place where. */
    Map<String, String> references() {
        Map<String, String> references = new LinkedHashMap<>();
        references.put("/host", host);
        references.put("/chair/party", chair.party());
        if (counterpart != null) {
            references.put("/counterpart", counterpart);
        }
        references.putAll(Parties.references("/visibleTo", visibleTo));
        return references;
    }
}
