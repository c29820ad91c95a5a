package org.coalition.meetings.consultation;

import java.util.UUID;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to an urgent consultation. */
sealed interface ConsultationEvent extends DomainEvent {
    record Called() implements ConsultationEvent {}

    record Acknowledged(String party) implements ConsultationEvent {}

    record SilenceOpened(UUID meetingId, UUID decisionId) implements ConsultationEvent {}

    record Concluded(String reason) implements ConsultationEvent {}

    record Cancelled(String reason) implements ConsultationEvent {}
}
