package org.coalition.meetings.agenda;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The items of an agenda in their new order: each of them, once.")
record ReorderAgenda(
        @NotNull @Size(max = ReorderAgenda.MOST) List<@NotNull UUID> items) {
    /** Items of an agenda. */
    static final int MOST = 500;
}
