package org.coalition.initiatives.trace;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A link of the chain.")
record TraceLink(
        @Schema(examples = "decision") String type,
        String id,

        @Schema(description = "Where it lives.", examples = "/v1/decisions/01980000-0000-7000-8000-000000000000")
        String href,

        @Schema(description = "Its title, or the beginning of its text.")
        String title,

        @Schema(description = "Its state now, if it has a lifecycle.")
        String status) {
    private static final int LONGEST = 200;

    static TraceLink of(TraceType type, String id, String title, String status) {
        return new TraceLink(type.noun(), id, type.path(id), shortened(title), status);
    }

    private static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
