package org.coalition.initiatives.report;

import org.coalition.defaults.identity.Visibility;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What a public report does not show.")
record Withheld(
        @Schema(description = "Who may know of the initiatives.")
        Visibility visibility,

        @Schema(description = "How many contributions to them have entries that were left out.")
        long lines) {}
