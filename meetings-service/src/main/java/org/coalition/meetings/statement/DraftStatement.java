package org.coalition.meetings.statement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.coalition.meetings.party.PartyCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Drafts a joint statement under an agenda item.")
record DraftStatement(
        @Schema(examples = "We stand together.") @NotBlank @Size(max = 50_000)
        String text,

        @Schema(description = "The language of the text (BCP 47).", examples = "en")
        @Size(max = 35)
        @Pattern(regexp = "[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*", message = "must be a language tag such as en or uk")
        String language,

        @Schema(
                description = "The parties that must endorse it; by default those with a delegation when it is opened.",
                examples = "[\"DE\", \"FR\", \"GB\"]")
        @Size(max = DraftStatement.MOST_PARTIES)
        List<@NotNull @PartyCode String> requiredParties) {

    /** With texts and reservations of their full length an event then still fits into its topic. */
    static final int MOST_PARTIES = 200;

    DraftStatement {
        requiredParties = requiredParties == null ? List.of() : requiredParties;
    }

    StatementText statementText() {
        return new StatementText(text, language);
    }
}
