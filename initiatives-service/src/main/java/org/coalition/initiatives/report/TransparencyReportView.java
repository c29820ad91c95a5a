package org.coalition.initiatives.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "An edition of the transparency report of a quarter. It never changes.")
record TransparencyReportView(
        UUID id,
        long version,
        @Schema(examples = "2026-Q1") String quarter,

        @Schema(description = "The value dates that it is about: from this day on.")
        LocalDate from,

        @Schema(description = "Up to this day.") LocalDate to,

        @Schema(description = "1, and one more with each further edition of the quarter.")
        int edition,

        @Schema(description = "Why there is a further edition.")
        String reason,

        @Schema(description = "What had been recorded at this time was counted.")
        Instant asOf,

        @Schema(description = "What was counted, in words.") String counts,

        @Schema(description = "Whether these are all figures.")
        boolean complete,

        @Schema(description = "Over the contributions to PUBLIC initiatives.")
        List<ReportedFigures> figures,

        @Schema(description = "What was left out of them.") List<Withheld> withheld,

        @Schema(description = "The client that published it.")
        String publishedBy,

        Instant publishedAt)
        implements View {

    static TransparencyReportView of(TransparencyReport report) {
        Quarter quarter = new Quarter(report.quarter());
        return new TransparencyReportView(
                report.id(),
                report.version(),
                quarter.name(),
                quarter.first(),
                quarter.last(),
                report.edition(),
                report.reason(),
                report.asOf(),
                report.snapshot().counts(),
                report.snapshot().complete(),
                report.snapshot().figures(),
                report.snapshot().withheld(),
                report.publishedBy(),
                report.createdAt());
    }

    @Override
    public String path() {
        return "/v1/transparency-reports/" + id;
    }
}
