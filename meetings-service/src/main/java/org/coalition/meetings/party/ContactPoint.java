package org.coalition.meetings.party;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Whom to reach at a party about a topic.")
record ContactPoint(
        @Schema(examples = "Cyber incidents") @NotBlank @Size(max = 100)
        String topic,

        @NotBlank @Size(max = 200) String name,

        @Schema(examples = "Duty officer") @Size(max = 200) String role,

        @Schema(description = "Whether the person can be reached at any hour; false if not said.")
        Boolean reachableAroundTheClock,

        @Schema(description = "Who stands in for the person.") @Size(max = 200)
        String deputy,

        @Schema(description = "Whom to try first about the topic: 1, then 2, without a gap.")
        @NotNull
        @Min(1)
        @Max(ReplaceContactPoints.MOST)
        Integer escalationOrder,

        @Schema(description = "When it was last found to be right; today if not said.")
        LocalDate lastVerifiedOn) {

    ContactPoint {
        reachableAroundTheClock = Boolean.TRUE.equals(reachableAroundTheClock);
    }

    ContactPoint verifiedOn(LocalDate day) {
        return new ContactPoint(topic, name, role, reachableAroundTheClock, deputy, escalationOrder, day);
    }

    /** Nobody has looked at it for more than 90 days. */
    boolean isStale(LocalDate today) {
        return lastVerifiedOn.plusDays(90).isBefore(today);
    }
}
