package org.coalition.initiatives.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The handing on of articles to a third party.")
record TransferView(
        UUID id,
        long version,
        UUID deliveryId,
        UUID initiativeId,

        @Schema(description = "Who gave the articles, and authorises.")
        String party,

        @Schema(description = "Who asks to hand them on.") String holder,

        @Schema(description = "Who holds them once they are TRANSFERRED.")
        String to,

        List<String> serialNumbers,
        String purpose,
        TransferStatus status,

        @Schema(description = "Why it was refused or withdrawn.")
        String statusReason,

        @Schema(description = "The states that may follow now.")
        List<TransferStatus> next,

        Instant authorisedAt,
        LocalDate transferredOn,
        Instant createdAt,
        Instant updatedAt)
        implements View {

    static TransferView of(Transfer transfer) {
        return new TransferView(
                transfer.id(),
                transfer.version(),
                transfer.deliveryId(),
                transfer.initiativeId(),
                transfer.party(),
                transfer.holder(),
                transfer.to(),
                transfer.serialNumbers(),
                transfer.purpose(),
                transfer.status(),
                transfer.statusReason(),
                List.copyOf(transfer.status().next()),
                transfer.authorisedAt(),
                transfer.transferredOn(),
                transfer.createdAt(),
                transfer.updatedAt());
    }

    @Override
    public String path() {
        return "/v1/transfers/" + id;
    }
}
