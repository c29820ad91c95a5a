package org.coalition.initiatives.imports;

import java.util.List;
import org.coalition.defaults.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What became of one item of an import.")
public record ImportItem(
        @Schema(description = "Where it stands in the body.", examples = "/7")
        String place,

        @Schema(description = "What the answer for it alone would have been.", examples = "201")
        int status,

        @Schema(description = "What was created: the item itself first.", examples = "[\"/v1/initiatives/…\"]")
        List<String> created,

        @Schema(description = "Why it was refused.") Problem problem) {

    static ImportItem created(Candidate candidate, List<String> paths) {
        return new ImportItem(candidate.place(), 201, paths, null);
    }

    static ImportItem refused(Candidate candidate, Problem problem) {
        return new ImportItem(candidate.place(), problem.status(), List.of(), problem);
    }
}
