package org.coalition.meetings.delegation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregate;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.meetings.meeting.Meeting;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The persons representing one party at one meeting. */
@Entity
@Table(name = "delegation")
public class Delegation extends Aggregate {
    @Column(name = "meeting_id", updatable = false)
    private UUID meetingId;

    @Column(updatable = false)
    private String party;

    @JdbcTypeCode(SqlTypes.JSON)
    private Delegate head;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Delegate> members;

    @Enumerated(EnumType.STRING)
    private Rsvp rsvp = Rsvp.NEEDS_ACTION;

    private String substitute;

    @Enumerated(EnumType.STRING)
    private Attendance attendance;

    @Column(name = "arrived_at")
    private Instant arrivedAt;

    @Column(name = "left_at")
    private Instant leftAt;

    protected Delegation() {}

    private Delegation(UUID id, UUID meetingId, String party, Instant now) {
        super(id, now);
        this.meetingId = meetingId;
        this.party = party;
    }

    static Created<Delegation> form(UUID id, Meeting meeting, FormDelegation form, String by, Instant now) {
        requireOwnOrRunBy(form.party(), meeting, by);
        meeting.requireFormsDelegations();
        Delegation delegation = new Delegation(id, meeting.id(), form.party(), now);
        delegation.head = form.head();
        delegation.members = form.members();
        return new Created<>(delegation, new DelegationEvent.Formed());
    }

    DelegationEvent recompose(DelegationMembers composition, Meeting meeting, String by) {
        requireOwnOrRunBy(party, meeting, by);
        meeting.requireFormsDelegations();
        head = composition.head();
        members = composition.members();
        return new DelegationEvent.Recomposed();
    }

    DelegationEvent reply(Reply reply, Meeting meeting, String by) {
        requireOwnOrRunBy(party, meeting, by);
        meeting.requireFormsDelegations();
        Rsvp from = rsvp;
        if (from != reply.rsvp() && !from.next().contains(reply.rsvp())) {
            throw new IllegalTransition("reply " + reply.rsvp() + " for this delegation", rsvp, rsvp.next());
        }
        rsvp = reply.rsvp();
        substitute = reply.substitute();
        return new DelegationEvent.Replied(from, rsvp);
    }

    DelegationEvent attend(RecordAttendance record, Meeting meeting, String by) {
        meeting.requireRunBy(by);
        meeting.requireRecordsAttendance();
        attendance = record.attendance();
        arrivedAt = record.arrivedAt();
        leftAt = record.leftAt();
        return new DelegationEvent.Attended(attendance);
    }

    private static void requireOwnOrRunBy(String party, Meeting meeting, String by) {
        if (!party.equals(by)) {
            meeting.requireRunBy(by);
        }
    }

    @Override
    public UUID streamId() {
        return meetingId;
    }

    UUID meetingId() {
        return meetingId;
    }

    String party() {
        return party;
    }

    DelegationMembers composition() {
        return new DelegationMembers(head, members);
    }

    Reply reply() {
        return new Reply(rsvp, substitute);
    }

    RecordAttendance attendance() {
        return new RecordAttendance(attendance, arrivedAt, leftAt);
    }
}
