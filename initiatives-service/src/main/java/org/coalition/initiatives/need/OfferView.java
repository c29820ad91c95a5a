package org.coalition.initiatives.need;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A party's reply to a need.")
record OfferView(
        UUID id,
        long version,
        UUID needId,
        OfferStatus status,

        @Schema(description = "Why it was declined or withdrawn.")
        String statusReason,

        @Schema(description = "The states that may follow now.")
        List<OfferStatus> next,

        @Schema(description = "The party that offers.") String party,

        @Schema(description = "In the unit of the need.") BigDecimal quantity,

        LocalDate availableFrom,
        UUID contributionId,
        String note,

        @Schema(description = "In the unit of the need: what of it was accepted.")
        BigDecimal accepted,

        Instant createdAt,
        Instant updatedAt)
        implements View {

    static OfferView of(Offer offer) {
        return new OfferView(
                offer.id(),
                offer.version(),
                offer.needId(),
                offer.status(),
                offer.statusReason(),
                List.copyOf(offer.status().next()),
                offer.party(),
                offer.quantity(),
                offer.availableFrom(),
                offer.contributionId(),
                offer.note(),
                offer.accepted(),
                offer.createdAt(),
                offer.updatedAt());
    }

    @Override
    public String path() {
        return "/v1/offers/" + id;
    }
}
