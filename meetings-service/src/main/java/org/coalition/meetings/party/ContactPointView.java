package org.coalition.meetings.party;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Whom to reach at a party about a topic, and whether that may be out of date.")
record ContactPointView(
        String topic,
        String name,
        String role,
        boolean reachableAroundTheClock,
        String deputy,
        int escalationOrder,
        LocalDate lastVerifiedOn,

        @Schema(description = "By the clock (UTC): not verified for more than 90 days.")
        boolean stale) {

    static ContactPointView of(ContactPoint point, LocalDate today) {
        return new ContactPointView(
                point.topic(),
                point.name(),
                point.role(),
                point.reachableAroundTheClock(),
                point.deputy(),
                point.escalationOrder(),
                point.lastVerifiedOn(),
                point.isStale(today));
    }
}
