package org.coalition.meetings.minutes;

import java.time.Instant;
import java.util.UUID;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to the minutes of a meeting. */
sealed interface MinutesEvent extends DomainEvent {
    /** Only host and chair may know of them yet. */
    record Drafted() implements MinutesEvent {}

    /** The draft is another. */
    record Revised() implements MinutesEvent {}

    /** Parties can comment until the time that it names. */
    record Circulated(Instant commentUntil) implements MinutesEvent {}

    /** A party agrees to this text. */
    record AgreedTo(String party, int textVersion) implements MinutesEvent {}

    /** A correction was taken into the text; who agreed to the one before is asked again. */
    record Amended(UUID correctionId, int textVersion, String reason) implements MinutesEvent {}

    /** They are the record of the meeting. */
    record Approved(int textVersion) implements MinutesEvent {}

    /** A corrigendum, after the approval. */
    record Corrected(int textVersion, String reason) implements MinutesEvent {}
}
