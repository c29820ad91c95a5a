package org.coalition.initiatives.finding;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What the owner will do about a finding.")
record ActionPlan(
        String text,
        LocalDate plannedFor,

        @Schema(description = "The person: the subject of the token.")
        String filedBy,

        Instant filedAt) {}
