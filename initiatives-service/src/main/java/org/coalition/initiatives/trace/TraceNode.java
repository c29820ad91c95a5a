package org.coalition.initiatives.trace;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A link of the chain with what came of it.")
record TraceNode(
        String type,
        String id,
        String href,
        String title,
        String status,

        @Schema(description = "What came of it.") List<TraceNode> follows) {

    static TraceNode of(TraceLink link, List<TraceNode> follows) {
        return new TraceNode(link.type(), link.id(), link.href(), link.title(), link.status(), follows);
    }
}
