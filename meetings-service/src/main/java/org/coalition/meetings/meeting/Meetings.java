package org.coalition.meetings.meeting;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    public static final String VISIBLE = "m.convenedAt is not null and %s or m.host = :party or m.chair.party = :party"
            .formatted(Audience.hql("m.audience"));

    private static final String HEADS =
            " join Delegation there on there.meetingId = e.id join Delegation here on here.party = there.party"
                    + " and lower(here.headName) = lower(there.headName)";

    private static final String HEADS_OF =
            "select lower(d.headName), d.party from Delegation d where d.meetingId = ?1 and d.headName is not null";

    private static final int MOST_CLASHES = 100;

    private static final String PLANNED = "select m.id, m.occurrence, m.status, m.title, m.plannedStart, m.plannedEnd,"
            + " m.actualStart from Meeting m where m.seriesId = :series";

    private final Caller caller;

    Meetings(Door door, Caller caller) {
        super(door, "meeting", Meeting.class, MeetingView::of);
        this.caller = caller;
    }

    @Override
    protected Audience audience(Meeting meeting) {
        return meeting.audience();
    }

    @Override
    protected Listing listingInSight() {
        return listing();
    }

    /** Who may know of what belongs to this meeting. */
    public Audience audienceOf(UUID meeting) {
        return findById(meeting).audience();
    }

    /** Who may know of what is only being drafted about this meeting: its host and chair. */
    public Audience runnersOf(UUID meeting) {
        return findById(meeting).audienceOfRunners();
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
        MeetingView convened =
                change(draft.id(), IfMatch.ANY, meeting -> meeting.convene(none -> List.of(), null, by, now));
        return change(convened.id(), IfMatch.ANY, meeting -> meeting.open(by, now));
    }

    Page<MeetingView> list(MeetingFilter filter, PageQuery query) {
        return page(filter.narrow(listing()), query, MeetingView::of);
    }

    /** What no other meeting can have at the same time, each by a name; whoever may know of it. */
    List<String> contested(Meeting meeting) {
        List<String> names = new ArrayList<>();
        Location place = meeting.details().location();
        if (place != null && place.venue() != null) {
            names.add("venue %s, %s, %s".formatted(lower(place.venue()), lower(place.city()), place.country()));
        }
        Chair chair = meeting.details().chair();
        if (chair.name() != null) {
            names.add("chair %s of %s".formatted(lower(chair.name()), chair.party()));
        }
        find(HEADS_OF, meeting.id()).project(Head.class).list().forEach(head -> names.add(head.toString()));
        return names;
    }

    /** A row of {@link #contested}. */
    record Head(String name, String party) {}

    /** The meetings ahead or in progress that need the same at an overlapping time, as far as the caller may know of them. */
    List<Clash> clashing(Clash.Kind kind, Meeting meeting) {
        MeetingDetails details = meeting.details();
        Location place = details.location();
        Listing at = Listing.from("Meeting e" + (kind == Clash.Kind.HEAD_OF_DELEGATION ? HEADS : ""))
                .visible(VISIBLE.replace("m.", "e."), caller)
                .and("e.status in (CONVENED, IN_PROGRESS) and e.id <> :id", "id", meeting.id())
                .and("e.plannedStart < :end", "end", details.plannedEnd())
                .and("e.plannedEnd > :start", "start", details.plannedStart());
        return switch (kind) {
            case VENUE ->
                place == null || place.venue() == null
                        ? List.of()
                        : clashes(
                                kind,
                                "e.location.venue",
                                at.and("lower(e.location.venue) = :venue", "venue", lower(place.venue()))
                                        .and("lower(e.location.city) = :city", "city", lower(place.city()))
                                        .and("e.location.country = :country", "country", place.country()));
            case CHAIR ->
                details.chair().name() == null
                        ? List.of()
                        : clashes(
                                kind,
                                "e.chair.name",
                                at.and(
                                                "lower(e.chair.name) = :name",
                                                "name",
                                                lower(details.chair().name()))
                                        .and(
                                                "e.chair.party = :of",
                                                "of",
                                                details.chair().party()));
            case HEAD_OF_DELEGATION ->
                clashes(
                        kind,
                        "here.party || ': ' || here.headName",
                        at.and("here.meetingId = :at", "at", meeting.id()));
        };
    }

    private List<Clash> clashes(Clash.Kind kind, String over, Listing at) {
        return rows("e.id, e.title, e.plannedStart, e.plannedEnd, " + over, at, Engagement.class, MOST_CLASHES).stream()
                .map(found -> found.as(kind))
                .toList();
    }

    /** A row of {@link #clashes}. */
    record Engagement(UUID meetingId, String title, Instant plannedStart, Instant plannedEnd, String over) {
        Clash as(Clash.Kind kind) {
            return new Clash(kind, meetingId, title, plannedStart, plannedEnd, over);
        }
    }

    private static String lower(String name) {
        return name == null ? null : name.toLowerCase(Locale.ROOT);
    }

    /** The rule of {@link Meeting#audienceOf(Audience)} as an HQL condition over the audience of a part of the meeting {@code m}. */
    public static String narrowedBy(String audience) {
        return "%s.visibility is null or %s or m.host = :party or m.chair.party = :party"
                .formatted(audience, Audience.hql(audience));
    }

    private Listing listing() {
        return Listing.from("Meeting e").visible(VISIBLE.replace("m.", "e."), caller);
    }

    /** A listing of what belongs to meetings that the caller may know of; the HQL names the meeting {@code m}. */
    public static Listing listingWithin(String from, Caller caller) {
        return Listing.from(from + " join Meeting m on m.id = e.meetingId").visible(VISIBLE, caller);
    }

    /** The meetings of a series that the caller may know of. */
    public List<PlannedMeeting> ofSeries(UUID series) {
        return find(PLANNED + " and (" + VISIBLE + ")", Map.of("series", series, "party", caller.partyOrNone()))
                .project(PlannedMeeting.class)
                .list();
    }

    /** The same, whoever may see them: for rules that depend on what is planned, never for an answer. */
    public List<PlannedMeeting> allOfSeries(UUID series) {
        return find(PLANNED, Map.of("series", series))
                .project(PlannedMeeting.class)
                .list();
    }

    /** The meetings of a series that the caller may know of, the latest first. */
    public List<Meeting> calendarOfSeries(UUID series, int most) {
        return find(
                        "from Meeting m where m.seriesId = :series and (" + VISIBLE + ") order by m.occurrence desc",
                        Map.of("series", series, "party", caller.partyOrNone()))
                .range(0, most - 1)
                .list();
    }

    /**
     * The meetings that a party hosts, chairs or has a delegation to, and that the caller may know of; planned to start in
     * a window of time, the latest first.
     */
    public List<Meeting> calendarOfParty(String party, Instant from, Instant until, int most) {
        return find(
                        "from Meeting m where m.plannedStart >= :from and m.plannedStart < :until"
                                + " and (m.host = :of or m.chair.party = :of or exists"
                                + " (select 1 from Delegation d where d.meetingId = m.id and d.party = :of))"
                                + " and (" + VISIBLE + ") order by m.plannedStart desc, m.id desc",
                        Map.of("of", party, "from", from, "until", until, "party", caller.partyOrNone()))
                .range(0, most - 1)
                .list();
    }
}
