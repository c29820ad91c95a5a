package org.coalition.defaults.aggregate;

import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Instant;

/**
 * What a verb of an aggregate says has happened. Each aggregate has one sealed interface that extends this, with a
 * record in the past tense per event; the record's components are the facts of the event. The names are the contract:
 * {@code MeetingEvent.ChairReplaced} is announced as {@code org.coalition.meeting.chair-replaced.v1}.
 */
@CheckReturnValue
public interface DomainEvent {
    /** When it happened, if that was before it was recorded. */
    default Instant happenedAt(Instant recordedAt) {
        return recordedAt;
    }

    /** Why, in the caller's words; null if no reason was asked for. A record component of this name overrides it. */
    default String reason() {
        return null;
    }
}
