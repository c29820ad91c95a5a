package org.coalition.initiatives.report;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "An edition of a transparency report, without its figures.")
record TransparencyReportSummary(
        UUID id,
        String quarter,
        int edition,
        String reason,
        Instant asOf,
        Instant publishedAt,

        @Schema(description = "Where the whole of it is.") String report) {

    static TransparencyReportSummary of(TransparencyReport report) {
        return new TransparencyReportSummary(
                report.id(),
                report.quarter(),
                report.edition(),
                report.reason(),
                report.asOf(),
                report.createdAt(),
                "/v1/transparency-reports/" + report.id());
    }
}
