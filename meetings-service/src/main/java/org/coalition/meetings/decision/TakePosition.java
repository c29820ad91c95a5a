package org.coalition.meetings.decision;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The caller's party takes a position, or changes the one it took.")
record TakePosition(
        @NotNull Stance stance, @Size(max = 5000) String statement) {}
