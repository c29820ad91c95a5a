package org.coalition.initiatives.milestone;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.UUID;
import org.coalition.defaults.identity.Audience;
import org.coalition.initiatives.initiative.Onlooker;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A milestone that another one waits for, as it is now.")
record Prerequisite(
        UUID milestoneId,
        UUID initiativeId,
        String title,
        MilestoneStatus status,
        LocalDate dueOn,
        @JsonIgnore @Schema(hidden = true) Audience audience) {

    static Prerequisite of(Milestone milestone) {
        return new Prerequisite(
                milestone.id(),
                milestone.initiativeId(),
                milestone.title(),
                milestone.status(),
                milestone.dueOn(),
                milestone.initiative().audience());
    }

    boolean isKnownTo(Onlooker onlooker) {
        return onlooker.mayKnow(audience);
    }

    /** All of it that may be told, and to whom. */
    String text() {
        return String.join(
                "\n",
                milestoneId.toString(),
                title,
                status.name(),
                dueOn.toString(),
                audience.visibility().name(),
                audience.parties().toString());
    }
}
