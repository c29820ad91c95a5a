package org.coalition.meetings.attendance;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.meetings.delegation.Delegation;
import org.coalition.meetings.delegation.Delegations;
import org.coalition.meetings.meeting.Meeting;
import org.coalition.meetings.meeting.Meetings;
import org.coalition.meetings.party.Parties;

/** The attendances of which a caller may know. */
@Singleton
public class Attendances extends Aggregates<Attendance, AttendanceView> {
    private final Meetings meetings;
    private final Delegations delegations;
    private final Parties parties;
    private final Caller caller;

    Attendances(Door door, Meetings meetings, Delegations delegations, Parties parties, Caller caller) {
        super(door, "attendance", Attendance.class, AttendanceView::of);
        this.meetings = meetings;
        this.delegations = delegations;
        this.parties = parties;
        this.caller = caller;
    }

    @Override
    protected Audience audience(Attendance attendance) {
        return meetings.findById(attendance.meetingId()).audienceOf(attendance.audience());
    }

    @Override
    protected Listing listingInSight() {
        return visible();
    }

    @Override
    protected List<Attendance> belongingTo(UUID meeting) {
        return list("meetingId", meeting);
    }

    @Override
    protected void holdRootOf(UUID attendance) {
        reference(attendance, "meetingId").ifPresent(meetings::hold);
    }

    Page<AttendanceView> list(UUID meeting, PageQuery query) {
        meetings.requireVisible(meeting);
        return page(visibleAt(meeting), query, AttendanceView::of);
    }

    /** The attendances at these meetings of which the caller may know; no more than so many. */
    public List<AttendanceView> atMeetings(Collection<UUID> ids, int most) {
        return first(
                most, visible().and("e.meetingId in :meetings", "meetings", ids), "e.party, e.id", AttendanceView::of);
    }

    AttendanceView revise(UUID id, IfMatch ifMatch, UnaryOperator<AttendanceDetails> edit) {
        return change(
                id,
                ifMatch,
                attendance -> attendance.revise(
                        check(edit.apply(attendance.details())),
                        meetings.held(attendance.meetingId()),
                        caller.party()));
    }

    Meeting meetingOf(Delegation delegation) {
        return meetings.held(delegation.meetingId());
    }

    /** One record per delegation; under a race the unique constraint says so. */
    AttendanceDetails checkFirst(Delegation delegation, AttendanceDetails details) {
        find("delegationId", delegation.id()).firstResultOptional().ifPresent(recorded -> {
            throw new Conflict("The attendance of %s is recorded already; PATCH %s."
                    .formatted(delegation.party(), AttendanceView.of(recorded).path()));
        });
        return check(details);
    }

    Quorum quorum(UUID id) {
        Meeting meeting = meetings.requireVisible(id);
        List<String> required = meeting.requiredParties();
        List<AttendanceView> shown = first(
                required.size() + 1,
                visibleAt(id).and("e.party in :required", "required", required),
                "e.id",
                AttendanceView::of);
        List<String> present = shown.stream()
                .filter(attendance -> attendance.presence() != Presence.ABSENT)
                .map(AttendanceView::party)
                .toList();
        long withheld = count("meetingId = ?1 and party in ?2", id, required) - shown.size();
        return Quorum.of(id, required, present, delegations.expectedAt(id), (int) withheld);
    }

    private Listing visibleAt(UUID meeting) {
        return visible().and("m.id = :meeting", "meeting", meeting);
    }

    private Listing visible() {
        return Meetings.listingWithin("Attendance e", caller).visible(Meetings.narrowedBy("e.audience"), caller);
    }

    private AttendanceDetails check(AttendanceDetails details) {
        parties.requireKnown(Parties.references("/visibleTo", details.visibleTo()));
        return details;
    }
}
