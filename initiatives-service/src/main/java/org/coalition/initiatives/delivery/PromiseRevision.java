package org.coalition.initiatives.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "That another day was promised.")
record PromiseRevision(
        LocalDate from,
        LocalDate to,
        String reason,

        @Schema(description = "The acceleration request that it follows from.")
        UUID accelerationRequestId,

        String by,
        Instant at) {}
