package org.coalition.initiatives.trace;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The chain around one of its links, as far as the caller may know of it.")
record TraceView(
        String type,
        String id,
        String href,
        String title,
        String status,

        @Schema(description = "What it came of, from the nearest up to the meeting.")
        List<TraceLink> origins,

        @Schema(description = "What came of it.") List<TraceNode> follows,

        @Schema(description = "Whether there is more than is shown.")
        boolean truncated) {

    static TraceView of(TraceLink link, List<TraceLink> origins, Downstream down, List<TraceNode> follows) {
        return new TraceView(
                link.type(), link.id(), link.href(), link.title(), link.status(), origins, follows, down.isTruncated());
    }
}
