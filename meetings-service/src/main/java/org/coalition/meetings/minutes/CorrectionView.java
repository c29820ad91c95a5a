package org.coalition.meetings.minutes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "MinutesCorrectionView", description = "How a party would have a section of circulated minutes read.")
record CorrectionView(
        UUID id,
        long version,
        UUID minutesId,
        UUID meetingId,
        String party,
        CorrectionStatus status,

        @Schema(description = "Why it was accepted or rejected.")
        String statusReason,

        @Schema(description = "The states that may follow now.")
        List<CorrectionStatus> next,

        @Schema(description = "The text that the party had read.")
        int textVersion,

        int section,
        String text,
        String reason,
        Instant decidedAt,
        Instant createdAt,
        Instant updatedAt)
        implements View {

    static CorrectionView of(Correction correction) {
        return new CorrectionView(
                correction.id(),
                correction.version(),
                correction.minutesId(),
                correction.meetingId(),
                correction.party(),
                correction.status(),
                correction.statusReason(),
                List.copyOf(correction.status().next()),
                correction.textVersion(),
                correction.section(),
                correction.text(),
                correction.reason(),
                correction.decidedAt(),
                correction.createdAt(),
                correction.updatedAt());
    }

    @Override
    public String path() {
        return "/v1/minutes-corrections/" + id;
    }
}
