package org.coalition.initiatives.reconciliation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Says why the caller's party does not accept the figures.")
record DisputeFigures(@NotBlank @Size(max = 2000) String grounds) {}
