package org.coalition.initiatives.enduse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.web.View;
import org.coalition.initiatives.delivery.Document;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "An end-use check: an inventory of articles by their serial numbers.")
record EndUseCheckView(
        UUID id,
        long version,
        UUID deliveryId,
        UUID initiativeId,

        @Schema(description = "Who gave the articles.") String party,

        @Schema(description = "Who held them then.") String holder,

        LocalDate checkedOn,
        String place,
        List<ArticleResult> results,
        String remark,
        Document document,
        CheckBasis basis,
        String recordedBy,

        @Schema(description = "The person who recorded it: the subject of the token.")
        String person,

        EndUseCheckStatus status,

        @Schema(description = "Why it was rejected.") String statusReason,

        @Schema(description = "The states that may follow now.")
        List<EndUseCheckStatus> next,

        @Schema(description = "Who has verified or rejected what the holder had reported.")
        String verifiedBy,

        @Schema(description = "The person who did.") String verifier,

        Instant verifiedAt,
        Instant createdAt,
        Instant updatedAt)
        implements View {

    static EndUseCheckView of(EndUseCheck check) {
        return new EndUseCheckView(
                check.id(),
                check.version(),
                check.deliveryId(),
                check.initiativeId(),
                check.party(),
                check.holder(),
                check.checkedOn(),
                check.place(),
                check.results(),
                check.remark(),
                check.document(),
                check.basis(),
                check.recordedBy(),
                check.person(),
                check.status(),
                check.statusReason(),
                List.copyOf(check.status().next()),
                check.verifiedBy(),
                check.verifier(),
                check.verifiedAt(),
                check.createdAt(),
                check.updatedAt());
    }

    @Override
    public String path() {
        return "/v1/end-use-checks/" + id;
    }
}
