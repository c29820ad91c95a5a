package org.coalition.meetings.recommendation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Advice of a meeting, with an outcome target.")
public record RecommendationView(
        UUID id,
        long version,
        UUID meetingId,
        UUID agendaItemId,
        RecommendationStatus status,

        @Schema(description = "Why it was rejected or superseded.")
        String statusReason,

        UUID supersededBy,

        @Schema(description = "The states that may follow now.")
        List<RecommendationStatus> next,

        String area,
        String focus,
        String outcomeTarget,
        String owner,
        LocalDate reviewOn,
        Instant createdAt,
        Instant updatedAt)
        implements View {

    static RecommendationView of(Recommendation recommendation) {
        RecommendationDetails details = recommendation.details();
        return new RecommendationView(
                recommendation.id(),
                recommendation.version(),
                recommendation.meetingId(),
                recommendation.agendaItemId(),
                recommendation.status(),
                recommendation.statusReason(),
                recommendation.supersededBy(),
                List.copyOf(recommendation.status().next()),
                details.area(),
                details.focus(),
                details.outcomeTarget(),
                details.owner(),
                details.reviewOn(),
                recommendation.createdAt(),
                recommendation.updatedAt());
    }

    @Override
    public String path() {
        return "/v1/recommendations/" + id;
    }
}
