package org.coalition.initiatives.initiative;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import org.coalition.defaults.identity.Audience;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Another initiative, as it is now.")
record Linked(
        UUID initiativeId,
        String title,
        InitiativeStatus status,
        @JsonIgnore @Schema(hidden = true) Audience audience) {

    static Linked of(Initiative initiative) {
        return initiative == null
                ? null
                : new Linked(initiative.id(), initiative.title(), initiative.status(), initiative.audience());
    }

    boolean isKnownTo(Onlooker onlooker) {
        return onlooker.mayKnow(audience);
    }

    /** All of it that may be told, and to whom. */
    String text() {
        return String.join(
                "\n",
                initiativeId.toString(),
                title,
                status.name(),
                audience.visibility().name(),
                audience.parties().toString());
    }
}
