package org.coalition.initiatives.enduse;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What a check has found of one article.")
record ArticleResult(
        @NotBlank @Size(max = 100) String serialNumber,
        @NotNull CheckOutcome outcome,
        @Size(max = 1000) String remark) {}
