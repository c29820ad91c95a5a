package org.coalition.meetings.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.identity.Visibility;
import org.coalition.defaults.web.View;
import org.coalition.meetings.meeting.MeetingLevel;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "An urgent consultation.")
record ConsultationView(
        UUID id,
        long version,
        ConsultationStatus status,

        @Schema(description = "How it was concluded, or why it was cancelled.")
        String statusReason,

        @Schema(description = "The states that may follow now.")
        List<ConsultationStatus> next,

        String title,
        @Schema(description = "What happened.") String trigger,
        List<String> proposedResponses,
        MeetingLevel level,
        String convenedBy,
        List<String> consultedParties,
        List<Acknowledgement> acknowledgements,
        Instant firstAcknowledgedAt,
        Instant allAcknowledgedAt,

        @Schema(description = "The online meeting that was held for the decision's sake.")
        UUID meetingId,

        @Schema(description = "The decision that was put under silence.")
        UUID decisionId,

        Visibility visibility,
        List<String> visibleTo,
        Instant endedAt,

        @Schema(description = "When it was called.") Instant createdAt,
        Instant updatedAt)
        implements View {

    static ConsultationView of(Consultation consultation) {
        return new ConsultationView(
                consultation.id(),
                consultation.version(),
                consultation.status(),
                consultation.statusReason(),
                List.copyOf(consultation.status().next()),
                consultation.title(),
                consultation.trigger(),
                consultation.proposedResponses(),
                consultation.level(),
                consultation.convenedBy(),
                consultation.consultedParties(),
                consultation.acknowledgements(),
                consultation.firstAcknowledgedAt(),
                consultation.allAcknowledgedAt(),
                consultation.meetingId(),
                consultation.decisionId(),
                consultation.audience().visibility(),
                consultation.audience().parties(),
                consultation.endedAt(),
                consultation.createdAt(),
                consultation.updatedAt());
    }

    @Override
    public String path() {
        return "/v1/consultations/" + id;
    }
}
