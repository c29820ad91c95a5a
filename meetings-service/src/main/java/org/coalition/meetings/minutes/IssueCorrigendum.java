package org.coalition.meetings.minutes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A correction of approved minutes: a new version of the whole text, with its reason.")
record IssueCorrigendum(
        @NotNull @Size(min = 1, max = MinutesText.MOST_SECTIONS)
        List<@NotNull @Valid Section> sections,

        @NotBlank @Size(max = 2000) String reason) {

    MinutesText text() {
        return new MinutesText(sections);
    }
}
