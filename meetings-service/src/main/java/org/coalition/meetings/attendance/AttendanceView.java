package org.coalition.meetings.attendance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.identity.Visibility;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How a delegation took part in a meeting.")
public record AttendanceView(
        UUID id,
        long version,
        UUID meetingId,
        UUID delegationId,
        String party,
        Presence presence,
        Instant arrivedAt,
        Instant leftAt,

        @Schema(description = "Left out: as visible as the meeting.")
        Visibility visibility,

        List<String> visibleTo,
        Instant createdAt,
        Instant updatedAt)
        implements View {

    static AttendanceView of(Attendance attendance) {
        AttendanceDetails details = attendance.details();
        return new AttendanceView(
                attendance.id(),
                attendance.version(),
                attendance.meetingId(),
                attendance.delegationId(),
                attendance.party(),
                details.presence(),
                details.arrivedAt(),
                details.leftAt(),
                details.visibility(),
                details.visibleTo(),
                attendance.createdAt(),
                attendance.updatedAt());
    }

    @Override
    public String path() {
        return "/v1/attendances/" + id;
    }
}
