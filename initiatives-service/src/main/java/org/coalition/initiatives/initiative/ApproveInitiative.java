package org.coalition.initiatives.initiative;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Approves an initiative; without an adopted decision behind it, the reason is needed.")
record ApproveInitiative(
        @Schema(description = "Why it is approved although no adopted decision stands behind it.")
        @Size(max = 2000)
        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        String approvalReason) {}
