package org.coalition.meetings.minutes;

import java.time.Instant;
import java.util.UUID;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to the minutes of a meeting. */
sealed interface MinutesEvent extends DomainEvent {
    record Drafted() implements MinutesEvent {}

    record Revised() implements MinutesEvent {}

    record Circulated(Instant commentUntil) implements MinutesEvent {}

    record AgreedTo(String party, int textVersion) implements MinutesEvent {}

    record Amended(UUID correctionId, int textVersion, String reason) implements MinutesEvent {}

    record Approved(int textVersion) implements MinutesEvent {}

    record Corrected(int textVersion, String reason) implements MinutesEvent {}
}
