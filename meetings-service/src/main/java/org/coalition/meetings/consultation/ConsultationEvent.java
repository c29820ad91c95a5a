package org.coalition.meetings.consultation;

import java.util.UUID;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to an urgent consultation. */
sealed interface ConsultationEvent extends DomainEvent {
    /** Parties are asked to answer within hours. */
    record Called() implements ConsultationEvent {}

    /** A party has taken notice. */
    record Acknowledged(String party) implements ConsultationEvent {}

    /** What it came to is put under silence. */
    record SilenceOpened(UUID meetingId, UUID decisionId) implements ConsultationEvent {}

    /** It has come to an end. */
    record Concluded(String reason) implements ConsultationEvent {}

    /** The question is no longer open. */
    record Cancelled(String reason) implements ConsultationEvent {}
}
