package org.coalition.defaults.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Who changed what, when, why, from what and to what.")
public record AuditEntry(
        long number,
        Instant at,

        @Schema(description = "The subject of the token; 'service' if the clock or an event brought the change about.")
        String actor,

        @Schema(description = "The party for which it spoke.")
        String party,

        @Schema(description = "The type of the event that announced the change.")
        String action,

        @Schema(description = "The kind of resource.") String noun,

        UUID aggregateId,

        @Schema(description = "The version of the resource after the change.")
        long aggregateVersion,

        @Schema(
                type = SchemaType.OBJECT,
                implementation = Object.class,
                description = "What the changed fields held; absent if new.")
        JsonNode before,

        @Schema(
                type = SchemaType.OBJECT,
                implementation = Object.class,
                description = "What the changed fields hold since.")
        JsonNode after,

        String reason,

        @Schema(description = "The trace id of the request.")
        String requestId,

        @Schema(description = "The link of the chain of this resource: SHA-256, hex.")
        String hash) {}
