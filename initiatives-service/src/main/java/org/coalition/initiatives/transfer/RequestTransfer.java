package org.coalition.initiatives.transfer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.coalition.initiatives.mandate.PartyCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Asks who gave articles of one delivery whether they may be handed on.")
record RequestTransfer(
        @NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 100) String> serialNumbers,

        @Schema(description = "To which party; not back to who gave them, which is a return.", examples = "DE")
        @NotNull
        @PartyCode
        String to,

        @NotBlank @Size(max = 5000) String purpose) {}
