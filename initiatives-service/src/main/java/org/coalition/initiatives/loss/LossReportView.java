package org.coalition.initiatives.loss;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.web.View;
import org.coalition.initiatives.delivery.Document;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A report that articles are no longer with who held them.")
record LossReportView(
        UUID id,
        long version,
        UUID deliveryId,
        UUID initiativeId,

        @Schema(description = "Who gave the articles, and answers.")
        String party,

        @Schema(description = "Who held them, and reports.") String holder,

        List<String> serialNumbers,
        LossKind kind,
        LocalDate lostOn,
        String circumstances,
        String measures,
        Document document,

        @Schema(description = "REPORTED and ACKNOWLEDGED: the articles count as lost.")
        LossStatus status,

        @Schema(description = "Why it was disputed or withdrawn, or how they were found.")
        String statusReason,

        @Schema(description = "The states that may follow now.")
        List<LossStatus> next,

        Instant createdAt,
        Instant updatedAt)
        implements View {

    static LossReportView of(LossReport report) {
        return new LossReportView(
                report.id(),
                report.version(),
                report.deliveryId(),
                report.initiativeId(),
                report.party(),
                report.holder(),
                report.serialNumbers(),
                report.kind(),
                report.lostOn(),
                report.circumstances(),
                report.measures(),
                report.document(),
                report.status(),
                report.statusReason(),
                List.copyOf(report.status().next()),
                report.createdAt(),
                report.updatedAt());
    }

    @Override
    public String path() {
        return "/v1/loss-reports/" + id;
    }
}
