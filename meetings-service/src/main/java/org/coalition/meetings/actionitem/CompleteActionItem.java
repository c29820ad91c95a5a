package org.coalition.meetings.actionitem;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The owner says that an action item is done, and shows it.")
record CompleteActionItem(
        @Schema(description = "All of it: it replaces what was shown before a refusal.") @NotEmpty @Size(max = 20)
        List<@NotNull @Valid Evidence> evidence) {}
