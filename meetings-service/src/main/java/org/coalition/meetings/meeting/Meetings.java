package org.coalition.meetings.meeting;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;

/** The meetings that a caller may know of. */
@Singleton
public class Meetings extends Aggregates<Meeting, MeetingView> {
    /** The rule of {@link Meeting#audience()} as an HQL condition over a meeting {@code m}. */
    private static final String VISIBLE = "m.convenedAt is not null and %s or m.host = :party or m.chair.party = :party"
            .formatted(Audience.hql("m.audience"));

    private final Caller caller;

    Meetings(Door door, Caller caller) {
        super(door, "meeting", Meeting.class, MeetingView::of);
        this.caller = caller;
    }

    @Override
    protected Audience audience(Meeting meeting) {
        return meeting.audience();
    }

    /** Who may know of what belongs to this meeting. */
    public Audience audienceOf(UUID meeting) {
        return findById(meeting).audience();
    }

    /** Who may know of what is only being drafted about this meeting: its host and chair. */
    public Audience runnersOf(UUID meeting) {
        return findById(meeting).runners();
    }

    /** Those of these meetings that the caller may know of. */
    public List<MeetingView> known(Collection<UUID> ids) {
        return first(ids.size() + 1, listing().and("e.id in :ids", "ids", ids), "e.id", MeetingView::of);
    }

    /** The last move of a meeting, together with the approval of its minutes, whose version the caller has seen. */
    @CanIgnoreReturnValue
    public MeetingView approveMinutes(UUID meeting) {
        return change(meeting, IfMatch.ANY, held -> held.approveMinutes(caller.party()));
    }

    /** An online meeting that begins at once, for what cannot wait: drafted, convened and opened, an event for each. */
    @CanIgnoreReturnValue
    public MeetingView beginOnline(UUID id, OnlineMeeting what, Instant now) {
        String by = caller.party();
        MeetingView draft = create(() -> Meeting.draft(id, what.details(by, now), by, now));
        MeetingView convened = change(draft.id(), IfMatch.ANY, meeting -> meeting.convene(by, now));
        return change(convened.id(), IfMatch.ANY, meeting -> meeting.open(by, now));
    }

    Page<MeetingView> list(MeetingFilter filter, PageQuery query) {
        return page(
                listing()
                        .and("e.status = :status", "status", filter.status)
                        .and("e.level = :level", "level", filter.level)
                        .and("e.host = :host", "host", filter.host)
                        .and("e.plannedStart >= :from", "from", filter.from)
                        .and("e.plannedStart < :until", "until", filter.until),
                query,
                MeetingView::of);
    }

    private Listing listing() {
        return Listing.from("Meeting e").visible(VISIBLE.replace("m.", "e."), caller);
    }

    /** A listing of what belongs to meetings that the caller may know of; the HQL names the meeting {@code m}. */
    public static Listing listingWithin(String from, Caller caller) {
        return Listing.from(from + " join Meeting m on m.id = e.meetingId").visible(VISIBLE, caller);
    }
}
