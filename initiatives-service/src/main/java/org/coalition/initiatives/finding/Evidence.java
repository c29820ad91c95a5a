package org.coalition.initiatives.finding;

import java.time.Instant;
import java.util.List;
import org.coalition.initiatives.delivery.Document;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "FindingEvidence", description = "What the owner shows of the plan's being carried out.")
record Evidence(
        String statement,
        List<Document> documents,

        @Schema(description = "The person: the subject of the token.")
        String filedBy,

        Instant filedAt) {}
