package org.coalition.meetings.attendance;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregate;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.identity.Audience;
import org.coalition.meetings.delegation.Delegation;
import org.coalition.meetings.meeting.Meeting;

/** How one delegation took part in its meeting. Fewer may know of it than of the meeting. */
@Entity
@Table(name = "attendance")
public class Attendance extends Aggregate {
    @Column(name = "meeting_id", updatable = false)
    private UUID meetingId;

    @Column(name = "delegation_id", updatable = false)
    private UUID delegationId;

    @Column(updatable = false)
    private String party;

    @Enumerated(EnumType.STRING)
    private Presence presence;

    @Column(name = "arrived_at")
    private Instant arrivedAt;

    @Column(name = "left_at")
    private Instant leftAt;

    /** Null: as visible as the meeting. */
    @Embedded
    private Audience audience;

    protected Attendance() {}

    private Attendance(UUID id, Delegation delegation, Instant now) {
        super(id, now);
        meetingId = delegation.meetingId();
        delegationId = delegation.id();
        party = delegation.party();
    }

    static Created<Attendance> record(
            UUID id, Delegation delegation, Meeting meeting, AttendanceDetails details, String by, Instant now) {
        meeting.requireRunBy(by);
        meeting.requireRecordsAttendance();
        Attendance attendance = new Attendance(id, delegation, now);
        attendance.take(details);
        return new Created<>(attendance, new AttendanceEvent.Recorded(details.presence()));
    }

    AttendanceEvent revise(AttendanceDetails details, Meeting meeting, String by) {
        meeting.requireRunBy(by);
        meeting.requireRecordsAttendance();
        take(details);
        return new AttendanceEvent.Revised(presence);
    }

    private void take(AttendanceDetails details) {
        presence = details.presence();
        arrivedAt = details.arrivedAt();
        leftAt = details.leftAt();
        audience = details.audience(party);
    }

    AttendanceDetails details() {
        return new AttendanceDetails(
                presence,
                arrivedAt,
                leftAt,
                audience == null ? null : audience.visibility(),
                audience == null ? null : audience.parties());
    }

    @Override
    public UUID streamId() {
        return meetingId;
    }

    UUID meetingId() {
        return meetingId;
    }

    UUID delegationId() {
        return delegationId;
    }

    String party() {
        return party;
    }

    Audience audience() {
        return audience;
    }
}
