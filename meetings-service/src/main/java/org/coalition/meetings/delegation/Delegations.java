package org.coalition.meetings.delegation;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.meetings.meeting.Meeting;
import org.coalition.meetings.meeting.Meetings;
import org.coalition.meetings.party.Parties;

/** The delegations to the meetings that a caller may know of. */
@Singleton
public class Delegations extends Aggregates<Delegation, DelegationView> {
    private final Meetings meetings;
    private final Parties parties;
    private final Caller caller;

    Delegations(Door door, Meetings meetings, Parties parties, Caller caller) {
        super(door, "delegation", Delegation.class, DelegationView::of);
        this.meetings = meetings;
        this.parties = parties;
        this.caller = caller;
    }

    @Override
    protected Audience audience(Delegation delegation) {
        return meetings.audienceOf(delegation.meetingId());
    }

    @Override
    protected Listing listingInSight() {
        return Meetings.listingWithin("Delegation e", caller);
    }

    @Override
    protected List<Delegation> belongingTo(UUID meeting) {
        return list("meetingId", meeting);
    }

    @Override
    protected void holdRootOf(UUID delegation) {
        reference(delegation, "meetingId").ifPresent(meetings::hold);
    }

    Page<DelegationView> list(UUID meeting, PageQuery query) {
        meetings.requireVisible(meeting);
        return page(
                Meetings.listingWithin("Delegation e", caller).and("m.id = :meeting", "meeting", meeting),
                query,
                DelegationView::of);
    }

    /** The delegations to these meetings of which the caller may know; no more than so many. */
    public List<DelegationView> toMeetings(Collection<UUID> ids, int most) {
        return first(
                most,
                Meetings.listingWithin("Delegation e", caller).and("e.meetingId in :meetings", "meetings", ids),
                "e.party, e.id",
                DelegationView::of);
    }

    /** The parties with a delegation to this meeting, in alphabetical order. */
    public List<String> partiesAt(UUID meeting) {
        return list("meetingId = ?1 order by party", meeting).stream()
                .map(Delegation::party)
                .toList();
    }

    /** The parties whose delegation has accepted, or sends a substitute. */
    public List<String> expectedAt(UUID meeting) {
        return list("meetingId = ?1 and rsvp in (ACCEPTED, DELEGATED)", meeting).stream()
                .map(Delegation::party)
                .toList();
    }

    /** The parties invited to these meetings, in alphabetical order; whether the caller may know of the meetings is not asked. */
    public List<Invitation> invitationsTo(Collection<UUID> meetings) {
        return find(
                        "select d.meetingId, d.party, d.rsvp, d.updatedAt from Delegation d where d.meetingId in ?1"
                                + " order by d.meetingId, d.party",
                        meetings)
                .project(Invitation.class)
                .list();
    }

    /** Whether this party runs the meeting or has a delegation to it. */
    public boolean takesPart(Meeting meeting, String party) {
        return meeting.isRunBy(party) || count("meetingId = ?1 and party = ?2", meeting.id(), party) > 0;
    }

    /** One delegation per party and meeting; under a race the unique constraint says so. */
    void requireFree(UUID meeting, String party) {
        parties.requireKnown(Map.of("/party", party));
        if (count("meetingId = ?1 and party = ?2", meeting, party) > 0) {
            throw new Conflict("%s has a delegation to this meeting already.".formatted(party));
        }
    }
}
