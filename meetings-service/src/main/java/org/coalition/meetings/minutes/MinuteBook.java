package org.coalition.meetings.minutes;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.aggregate.DomainEvent;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.defaults.web.IfMatch;
import org.coalition.meetings.agenda.AgendaItemView;
import org.coalition.meetings.agenda.AgendaItems;
import org.coalition.meetings.meeting.Meeting;
import org.coalition.meetings.meeting.Meetings;
import org.coalition.meetings.meeting.Period;

/** The minutes of the meetings that a caller may know of. Until they are circulated they are for host and chair. */
@Singleton
class MinuteBook extends Aggregates<Minutes, MinutesView> {
    /** A draft is for host and chair: a condition over the minutes at this path and their meeting {@code m}. */
    static final String NO_DRAFT = "%s.status <> DRAFT or m.host = :party or m.chair.party = :party";

    private static final int MOST_ITEMS = 1000;

    private final Meetings meetings;
    private final AgendaItems items;
    private final Caller caller;

    MinuteBook(Door door, Meetings meetings, AgendaItems items, Caller caller) {
        super(door, "minutes", Minutes.class, MinutesView::of);
        this.meetings = meetings;
        this.items = items;
        this.caller = caller;
    }

    @Override
    protected Audience audience(Minutes minutes) {
        return minutes.status() == MinutesStatus.DRAFT
                ? meetings.runnersOf(minutes.meetingId())
                : meetings.audienceOf(minutes.meetingId());
    }

    @Override
    protected Listing listingInSight() {
        return Meetings.listingWithin("Minutes e", caller).visible(NO_DRAFT.formatted("e"), caller);
    }

    /** Who may know of these minutes and of what belongs to them. */
    Audience audienceOf(UUID minutes) {
        return audience(findById(minutes));
    }

    @Override
    protected List<Minutes> belongingTo(UUID meeting) {
        return list("meetingId", meeting);
    }

    @Override
    protected void holdRootOf(UUID minutes) {
        reference(minutes, "meetingId").ifPresent(meetings::hold);
    }

    MinutesView ofMeeting(UUID meeting) {
        meetings.requireVisible(meeting);
        return shown(find("meetingId", meeting).firstResult(), "of meeting " + meeting);
    }

    /** A change under the rules of the meeting, which stays as it is until the change is made. */
    MinutesView change(UUID id, IfMatch ifMatch, BiFunction<Minutes, Meeting, DomainEvent> verb) {
        return change(id, ifMatch, minutes -> verb.apply(minutes, meetings.held(minutes.meetingId())));
    }

    /** The meeting of which minutes are to be drafted, held as it is. */
    Meeting meeting(UUID id) {
        return meetings.held(id);
    }

    /** Locks the meeting that is to be changed with these minutes, whoever asks; the change of the minutes says who may. */
    void holdMeetingAlone(UUID minutes) {
        reference(minutes, "meetingId").ifPresent(meetings::holdAlone);
    }

    /** A meeting has one record; under a race the unique constraint says so. */
    void requireNone(Meeting meeting) {
        if (count("meetingId", meeting.id()) > 0) {
            throw new Conflict(
                    "This meeting has minutes already; see /v1/meetings/%s/minutes.".formatted(meeting.id()));
        }
    }

    /** What sections are about must be on the agenda of their meeting, for all who will read the minutes. */
    @CanIgnoreReturnValue
    MinutesText check(MinutesText text, UUID meeting) {
        Map<UUID, AgendaItemView> agenda = items.ofMeetings(List.of(meeting), MOST_ITEMS).stream()
                .collect(Collectors.toMap(AgendaItemView::id, Function.identity()));
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < text.sections().size(); i++) {
            UUID id = text.sections().get(i).agendaItemId();
            AgendaItemView item = agenda.get(id);
            String pointer = "/sections/%d/agendaItemId".formatted(i);
            if (id != null && item == null) {
                faults.add(Fault.at(
                        pointer,
                        "unknown-agenda-item",
                        "There is no item %s on the agenda of this meeting.".formatted(id)));
            } else if (item != null && item.visibility() != null) {
                faults.add(Fault.at(
                        pointer,
                        "narrower-audience",
                        "Item %s is not for all who may read the minutes; leave it out of them."
                                .formatted(item.number())));
            }
        }
        if (!faults.isEmpty()) {
            throw new RuleViolated(faults);
        }
        return text;
    }

    /**
     * The minutes of the meetings of a series, or of all meetings, in the order in which they were planned to start.
     *
     * @param series null for all
     * @param period of the planned start
     * @param most no more than this many
     */
    List<MinutesView> over(UUID series, Period period, int most) {
        Listing listing = Meetings.listingWithin("Minutes e", caller)
                .visible(NO_DRAFT.formatted("e"), caller)
                .and("m.seriesId = :series", "series", series)
                .and("m.plannedStart >= :from", "from", period.from())
                .and("m.plannedStart < :until", "until", period.until());
        return first(most, listing, "m.plannedStart, e.id", MinutesView::of);
    }
}
