package org.coalition.meetings.series;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.meetings.meeting.Meetings;
import org.coalition.meetings.meeting.PlannedMeeting;
import org.coalition.meetings.party.Parties;

/** The series that a caller may know of. */
@Singleton
public class SeriesRegister extends Aggregates<Series, SeriesView> {
    private final Meetings meetings;
    private final Parties parties;
    private final Caller caller;
    private final Clock clock;

    SeriesRegister(Door door, Meetings meetings, Parties parties, Caller caller, Clock clock) {
        super(door, "series", Series.class, SeriesView::of);
        this.meetings = meetings;
        this.parties = parties;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    protected Audience audience(Series series) {
        return series.audience();
    }

    @Override
    protected Listing listingInSight() {
        return Listing.from("Series e").visible(Audience.hql("e.audience"), caller);
    }

    Page<SeriesView> list(SeriesFilter filter, PageQuery query) {
        return page(filter.narrow(listingInSight(), clock.instant()), query, SeriesView::of);
    }

    /** Checks the parties that a series names, each at its place in the request. */
    SeriesDetails check(SeriesDetails details) {
        parties.requireKnown(details.references());
        return details;
    }

    EstablishSeries check(EstablishSeries request) {
        parties.requireKnown(request.details().references());
        return request;
    }

    OccurrenceList occurrences(UUID id, Instant from, Instant until) {
        Series series = requireVisible(id);
        return OccurrenceList.of(series, visibleMeetingsOf(id), from, until);
    }

    CadenceView cadence(UUID id) {
        Series series = requireVisible(id);
        return new Cadence(series, visibleMeetingsOf(id), clock.instant()).view();
    }

    /** What a calendar shows of a series. */
    public SeriesCalendar calendarOf(UUID id) {
        return SeriesCalendar.of(requireVisible(id));
    }

    /** Those of which the caller may know. */
    List<PlannedMeeting> visibleMeetingsOf(UUID id) {
        return meetings.ofSeries(id);
    }

    /** Whoever may see them: for the rules that depend on what is planned or held. */
    List<PlannedMeeting> meetingsOf(UUID id) {
        return meetings.allOfSeries(id);
    }
}
