package org.coalition.initiatives.iati;

import java.time.Instant;
import java.util.UUID;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "From which IATI activity an initiative was imported.")
record SourceView(
        UUID id,
        long version,
        UUID initiativeId,

        @Schema(description = "Who imported it.") String party,

        @Schema(description = "The identifier of the activity.", examples = "GB-GOV-1-203487")
        String identifier,

        @Schema(description = "How many of its transactions became ledger entries.")
        int entries,

        Instant createdAt,
        Instant updatedAt)
        implements View {

    static SourceView of(Source source) {
        return new SourceView(
                source.id(),
                source.version(),
                source.initiativeId(),
                source.party(),
                source.identifier(),
                source.taken().entries().size(),
                source.createdAt(),
                source.updatedAt());
    }

    @Override
    public String path() {
        return "/v1/initiatives/" + initiativeId + "/iati-source";
    }
}
