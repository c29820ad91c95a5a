package org.coalition.meetings.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.Problem.Fault;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What another meeting at an overlapping time needs as well.")
record Clash(
        Kind kind,
        UUID meetingId,
        String title,
        Instant plannedStart,
        Instant plannedEnd,

        @Schema(description = "The venue or the person.", examples = "Lancaster House")
        String over) {

    /** What cannot be in two meetings at once. */
    @Schema(name = "ClashKind")
    enum Kind {
        VENUE("/location/venue"),
        CHAIR("/chair"),
        HEAD_OF_DELEGATION("");

        private final String pointer;

        Kind(String pointer) {
            this.pointer = pointer;
        }
    }

    static Conflict refusal(List<Clash> clashes) {
        return new Conflict(
                ("The meeting clashes with others; see errors. Choose another time, or convene it all the same with"
                        + " ?force=true&reason=..."),
                clashes.stream()
                        .map(clash -> Fault.at(
                                clash.kind.pointer,
                                "clash-"
                                        + clash.kind
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-'),
                                "%s: \"%s\" (/v1/meetings/%s), %s to %s."
                                        .formatted(
                                                clash.over,
                                                clash.title,
                                                clash.meetingId,
                                                clash.plannedStart,
                                                clash.plannedEnd)))
                        .toList());
    }
}
