package org.coalition.meetings.minutes;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "MinutesCompilation", description = "What is recorded of the meetings of a period.")
record Compilation(
        Instant from,
        Instant until,

        @Schema(description = "In the order of their planned start.")
        List<Proceedings> meetings,

        @Schema(description = "False if there is more than fits.")
        boolean complete,

        @Schema(description = "What was compiled, and what to do if it is not complete.")
        String explanation)
        implements Document {

    @Override
    public String markdown() {
        StringBuilder page = new StringBuilder(
                        from == null
                                ? "# Minutes"
                                : "# Minutes from %s until %s"
                                        .formatted(Markdown.line(from.toString()), Markdown.line(until.toString())))
                .append("\n\n")
                .append(Markdown.line(explanation))
                .append("\n");
        meetings.forEach(proceedings -> page.append("\n").append(ProceedingsPage.of(proceedings, 2)));
        return page.toString();
    }
}
