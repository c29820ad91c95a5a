package org.coalition.defaults.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What a walk along the audit trail found, as far as it has come.")
public record AuditVerification(
        @Schema(description = "Whether all holds that was checked.")
        boolean intact,

        @Schema(description = "The first link that does not hold; absent if all hold.")
        BrokenLink broken,

        @Schema(description = "Entries checked in this answer.")
        int entries,

        @Schema(description = "Resources whose last entry was compared with them in this answer.")
        int aggregates,

        @Schema(description = "Seals checked in this answer, with all entries under them.")
        int seals,

        @Schema(description = "Entries that no seal covers yet.")
        long waiting,

        @Schema(
                description =
                        "Cursor for the next request, also behind a broken link; absent when the walk has come to its end.")
        String next) {

    AuditVerification withoutAggregate() {
        return new AuditVerification(intact, broken.withoutAggregate(), entries, aggregates, seals, waiting, next);
    }
}
