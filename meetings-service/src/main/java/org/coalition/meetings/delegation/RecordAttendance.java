package org.coalition.meetings.delegation;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How and when a delegation took part.")
record RecordAttendance(@NotNull Attendance attendance, Instant arrivedAt, Instant leftAt) {

    @AssertTrue(message = "must be after arrivedAt")
    @Schema(hidden = true)
    boolean isLeftAt() {
        return arrivedAt == null || leftAt == null || leftAt.isAfter(arrivedAt);
    }
}
