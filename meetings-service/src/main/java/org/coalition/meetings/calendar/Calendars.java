package org.coalition.meetings.calendar;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coalition.defaults.problem.NotFound;
import org.coalition.meetings.delegation.Delegations;
import org.coalition.meetings.delegation.Invitation;
import org.coalition.meetings.meeting.Meeting;
import org.coalition.meetings.meeting.Meetings;
import org.coalition.meetings.party.Parties;
import org.coalition.meetings.series.SeriesCalendar;
import org.coalition.meetings.series.SeriesRegister;

/** Gathers what a feed shows: a few statements, however much it is. */
@Singleton
class Calendars {
    private static final int MOST = 500;
    private static final Duration BACK = Duration.ofDays(366);
    private static final Duration AHEAD = Duration.ofDays(732);

    private final Meetings meetings;
    private final SeriesRegister register;
    private final Delegations delegations;
    private final Parties parties;
    private final Clock clock;

    Calendars(Meetings meetings, SeriesRegister register, Delegations delegations, Parties parties, Clock clock) {
        this.meetings = meetings;
        this.register = register;
        this.delegations = delegations;
        this.parties = parties;
        this.clock = clock;
    }

    CalendarView ofMeeting(UUID id) {
        Meeting meeting = meetings.requireVisible(id);
        Feed feed = new Feed(meeting.details().title());
        events(feed, List.of(meeting), List.of()).add(meeting);
        return new CalendarView("/v1/meetings/" + id + "/calendar", feed.bytes());
    }

    CalendarView ofSeries(UUID id) {
        SeriesCalendar series = register.calendarOf(id);
        List<Meeting> planned = meetings.calendarOfSeries(id, MOST);
        Feed feed = new Feed(series.title());
        MeetingEvents events =
                events(feed, planned, List.of(series.host(), series.chair().party()));
        new SeriesEvents(feed, events).add(series, planned);
        return new CalendarView("/v1/series/" + id + "/calendar", feed.bytes());
    }

    CalendarView ofParty(String party) {
        Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
        List<Meeting> found = meetings.calendarOfParty(party, today.minus(BACK), today.plus(AHEAD), MOST);
        Map<String, String> name = parties.namesOf(List.of(party));
        if (name.isEmpty()) {
            throw new NotFound("party", party);
        }
        Feed feed = new Feed(name.get(party));
        MeetingEvents events = events(feed, found, List.of());
        found.forEach(events::add);
        return new CalendarView("/v1/parties/" + party + "/calendar", feed.bytes());
    }

    private MeetingEvents events(Feed feed, Collection<Meeting> shown, Collection<String> others) {
        Map<UUID, List<Invitation>> invitations =
                delegations.invitationsTo(shown.stream().map(Meeting::id).toList()).stream()
                        .collect(Collectors.groupingBy(Invitation::meetingId));
        TreeSet<String> codes = new TreeSet<>(others);
        shown.forEach(meeting -> codes.addAll(
                List.of(meeting.details().host(), meeting.details().chair().party())));
        invitations.values().stream()
                .flatMap(List::stream)
                .map(Invitation::party)
                .forEach(codes::add);
        return new MeetingEvents(feed, invitations, parties.namesOf(codes));
    }
}
