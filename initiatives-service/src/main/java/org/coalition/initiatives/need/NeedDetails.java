package org.coalition.initiatives.need;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Visibility;
import org.coalition.initiatives.contribution.Quantity;
import org.coalition.initiatives.mandate.PartyCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What is needed, how much of it and by when. PATCH it by JSON Merge Patch.")
record NeedDetails(
        @Schema(
                description = "Needs of one item are added under exactly this name.",
                examples = "Power transformers 110 kV")
        @NotBlank
        @Size(max = 200)
        String item,

        @NotNull @Valid Quantity quantity,
        @NotNull Priority priority,

        @Schema(description = "The last day on which it is of use, in UTC.") @NotNull
        LocalDate neededBy,

        @Schema(
                description =
                        "The initiative that it is a part of; all who may know of the need must be able to know of it.")
        UUID initiativeId,

        @NotNull Visibility visibility,

        @Schema(
                description = "For RESTRICTED: the parties that may know of it; the recipient always may.",
                examples = "[\"DE\"]")
        @Size(max = 300)
        List<@NotNull @PartyCode String> visibleTo) {

    NeedDetails {
        visibleTo = visibleTo == null ? List.of() : visibleTo;
    }

    Audience audience(String recipient) {
        return Audience.of(visibility, visibleTo, List.of(recipient));
    }

    /** The parties that it names, each by its place. */
    Map<String, String> references() {
        Map<String, String> references = new LinkedHashMap<>();
        for (int i = 0; i < visibleTo.size(); i++) {
            references.put("/visibleTo/" + i, visibleTo.get(i));
        }
        return references;
    }
}
