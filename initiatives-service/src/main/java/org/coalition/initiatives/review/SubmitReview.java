package org.coalition.initiatives.review;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Submits something for oversight review, or submits it anew.")
record SubmitReview(
        @Schema(description = "What the reviewers are to know, such as what was changed since it was returned.")
        @Size(max = 2000)
        String remark) {}
