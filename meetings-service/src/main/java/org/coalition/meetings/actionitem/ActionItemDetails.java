package org.coalition.meetings.actionitem;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.coalition.meetings.party.PartyCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What is to be done, by whom and until when; PATCH it by JSON Merge Patch.")
record ActionItemDetails(
        @NotBlank @Size(max = 300) String title,

        @Schema(description = "The party that does it.", examples = "FR") @NotNull @PartyCode
        String owner,

        @Schema(description = "The person who sees to it for the owner.") @Size(max = 200)
        String assignee,

        @Schema(description = "Its last day in UTC; from the next day on it is overdue.") @NotNull
        LocalDate dueOn,

        @Schema(description = "An initiative that it serves; kept by another service, and not checked here.")
        UUID initiativeId) {}
