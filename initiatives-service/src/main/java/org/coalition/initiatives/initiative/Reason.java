package org.coalition.initiatives.initiative;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Why the move is made; kept with the state, announced and audited.")
public record Reason(@NotBlank @Size(max = 2000) String reason) {}
