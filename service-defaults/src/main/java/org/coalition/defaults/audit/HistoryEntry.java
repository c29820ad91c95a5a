package org.coalition.defaults.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What became of a resource by one change.")
public record HistoryEntry(
        @Schema(description = "The version of the resource after the change.")
        long version,

        Instant at,

        @Schema(
                description = "The type of the event that announced the change.",
                examples = "org.coalition.meeting.convened.v1")
        String action,

        @Schema(
                description =
                        "The party that made it; absent if the clock or an event brought it about, or no party did.",
                nullable = true)
        String party,

        @Schema(
                description = "The subject of the token, for callers of the same party; otherwise absent.",
                nullable = true)
        String actor,

        @Schema(nullable = true) String reason,

        @Schema(
                type = SchemaType.OBJECT,
                implementation = Object.class,
                description = "What the changed fields held; absent if the resource is new.",
                nullable = true)
        JsonNode before,

        @Schema(
                type = SchemaType.OBJECT,
                implementation = Object.class,
                description = "What the changed fields hold since; without a field that has no value since.")
        JsonNode after) {}
