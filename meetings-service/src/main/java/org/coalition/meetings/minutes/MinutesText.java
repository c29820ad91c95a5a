package org.coalition.meetings.minutes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What the minutes say; PATCH it by JSON Merge Patch.")
record MinutesText(
        @NotNull @Size(min = 1, max = MinutesText.MOST_SECTIONS)
        List<@NotNull @Valid Section> sections) {
    static final int MOST_SECTIONS = 200;
}
