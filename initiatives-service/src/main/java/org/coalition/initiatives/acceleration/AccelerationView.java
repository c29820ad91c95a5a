package org.coalition.initiatives.acceleration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A request that a delivery is brought forward.")
record AccelerationView(
        UUID id,
        long version,
        UUID deliveryId,
        UUID initiativeId,

        @Schema(description = "Who gives the delivery, and answers.")
        String party,

        @Schema(description = "The recipient, or a lead party of the initiative.")
        String askedBy,

        LocalDate wantedOn,
        String reason,
        AccelerationStatus status,

        @Schema(description = "Why it was declined, or answered with another day.")
        String statusReason,

        @Schema(description = "The states that may follow now.")
        List<AccelerationStatus> next,

        @Schema(description = "The other day that the giver has offered.")
        LocalDate counteredOn,

        Instant createdAt,
        Instant updatedAt)
        implements View {

    static AccelerationView of(Acceleration request) {
        return new AccelerationView(
                request.id(),
                request.version(),
                request.deliveryId(),
                request.initiativeId(),
                request.party(),
                request.askedBy(),
                request.wantedOn(),
                request.reason(),
                request.status(),
                request.statusReason(),
                List.copyOf(request.status().next()),
                request.counteredOn(),
                request.createdAt(),
                request.updatedAt());
    }

    @Override
    public String path() {
        return "/v1/acceleration-requests/" + id;
    }
}
