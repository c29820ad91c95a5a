package org.coalition.meetings.series;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.List;
import org.coalition.defaults.identity.Visibility;
import org.coalition.meetings.meeting.Chair;
import org.coalition.meetings.meeting.Location;
import org.coalition.meetings.meeting.MeetingFormat;
import org.coalition.meetings.meeting.MeetingLevel;
import org.coalition.meetings.meeting.TimeZoneName;
import org.coalition.meetings.party.PartyCode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

@Schema(description = "Establishes regular consultations: what they are about, and when they recur.")
record EstablishSeries(
        @Schema(examples = "Regular consultations with the US") @NotBlank @Size(max = 200)
        String title,

        @NotNull MeetingLevel level,
        @NotNull MeetingFormat format,
        @Schema(examples = "GB") @NotNull @PartyCode String host,
        @NotNull @Valid Chair chair,

        @Schema(description = "The party consulted with.", examples = "US") @PartyCode
        String counterpart,

        @Size(max = 10_000) String mandate,

        @Schema(
                type = SchemaType.STRING,
                format = "duration",
                description =
                        "Agreed longest time between two consultations: ISO 8601 in years, months, weeks or days.",
                examples = "P3M")
        Period interval,

        @Size(max = 100) List<@NotNull @Valid TemplateItem> agenda,
        @NotNull Visibility visibility,
        @Size(max = 300) List<@NotNull @PartyCode String> visibleTo,

        @Schema(description = "Fixed: a series in another zone is another series.", examples = "Europe/London")
        @NotNull
        @TimeZoneName
        String timeZone,

        @Schema(description = "The first occurrence, on the clock of the time zone.", examples = "2026-01-12T10:00:00")
        @NotNull
        LocalDateTime start,

        @Schema(
                type = SchemaType.STRING,
                format = "duration",
                description = "One minute to 14 days.",
                examples = "PT2H")
        @NotNull
        @DurationMin(minutes = 1)
        @DurationMax(days = 14)
        Duration duration,

        @Schema(
                description = "RFC 5545, section 3.3.10; DAILY or less often, the start gives the time of day.",
                examples = "FREQ=MONTHLY;INTERVAL=3;BYDAY=2MO")
        @NotNull
        @Size(max = 500)
        String rule,

        @Valid Location location) {

    SeriesDetails details() {
        return new SeriesDetails(
                title, level, format, host, chair, counterpart, mandate, interval, agenda, visibility, visibleTo);
    }

    Phase phase() {
        return new Phase(start, start, rule, duration, location);
    }
}
