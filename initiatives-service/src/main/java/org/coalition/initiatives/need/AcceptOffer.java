package org.coalition.initiatives.need;

import jakarta.validation.Valid;
import org.coalition.initiatives.contribution.Quantity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Accepts an offer.")
record AcceptOffer(
        @Schema(description = "What of it; all of it if absent. The rest is not kept.") @Valid
        Quantity quantity) {}
