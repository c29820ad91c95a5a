package org.coalition.defaults.aggregate;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.coalition.defaults.identity.Visibility;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A resource as it is, in the form of an event: what a consumer begins with who was not there when it came to be so.
 *
 * @param id the same whenever it is told of the same version
 */
@Schema(
        description =
                "A resource as it is, told as an event (CloudEvents 1.0) with which a consumer's copy of it begins.")
public record SnapshotEvent(
        @Schema(required = true, description = "The version of CloudEvents.", examples = "1.0")
        String specversion,

        @Schema(required = true, description = "The same whenever it is told of the same version.")
        UUID id,

        @Schema(required = true, description = "The service that tells it.", examples = "/meetings")
        String source,

        @Schema(
                required = true,
                description = "org.coalition.<noun>.snapshot.v1.",
                examples = "org.coalition.meeting.snapshot.v1")
        String type,

        @Schema(required = true, description = "The path of the resource.")
        String subject,

        @Schema(required = true, description = "When it came to be so.")
        Instant time,

        @Schema(
                required = true,
                description = "The version of the resource; per subject, drop what is not newer.",
                pattern = "^(?:[0-9]{1,19})$",
                examples = "7")
        String sequence,

        @Schema(
                required = true,
                description = "A consumer meets the resource here for the first time.",
                examples = "true")
        String sequencestart,

        @Schema(required = true, description = "Who may know of it.")
        Visibility dataclassification,

        @Schema(required = true, description = "Of the data.", examples = "application/json")
        String datacontenttype,

        @Schema(required = true, description = "The resource, as the events about it have it.")
        State data) {

    /** As the data of other events, which have more to tell. */
    @Schema(name = "SnapshotState")
    public record State(
            @Schema(required = true, type = SchemaType.OBJECT, description = "The resource.")
            Object after) {}

    static SnapshotEvent of(String source, String noun, Aggregate aggregate, View after, Visibility visibility) {
        String told = noun + ' ' + aggregate.id() + ' ' + aggregate.version();
        return new SnapshotEvent(
                "1.0",
                UUID.nameUUIDFromBytes(told.getBytes(StandardCharsets.UTF_8)),
                source,
                EventName.of(noun, "snapshot"),
                after.path(),
                aggregate.updatedAt(),
                Long.toString(aggregate.version()),
                "true",
                visibility,
                "application/json",
                new State(after));
    }
}
