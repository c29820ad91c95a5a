package org.coalition.gateway.delivery;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "From where on events are to be sent again.")
record ReplayEvents(
        @Schema(
                description = "A time, a cursor of the change feed, or `start` for all that is still there.",
                examples = "2026-01-12T09:00:00Z")
        @NotBlank
        @Size(max = 2000)
        String since) {}
