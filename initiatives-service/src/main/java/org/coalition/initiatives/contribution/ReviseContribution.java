package org.coalition.initiatives.contribution;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What can be edited of a contribution; PATCH it by JSON Merge Patch.")
record ReviseContribution(@NotBlank @Size(max = 1000) String description) {}
