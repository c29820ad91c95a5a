package org.coalition.initiatives.contribution;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Takes an entry back as a whole, by an entry of the opposite amount.")
record ReverseEntry(@NotBlank @Size(max = 2000) String reason) {}
