package org.coalition.initiatives.delivery;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What was recorded of a stage of custody.")
record CustodyStage(
        DeliveryStage stage,
        String place,
        Instant at,

        @Schema(description = "In the currency or unit of the delivery.")
        BigDecimal amount,

        Document document,
        Instant recordedAt,
        String recordedBy) {}
