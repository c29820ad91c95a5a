package org.coalition.meetings.agenda;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.defaults.web.IfMatch;
import org.coalition.meetings.delegation.Delegations;
import org.coalition.meetings.meeting.Meeting;
import org.coalition.meetings.meeting.Meetings;

/** The agendas of the meetings that a caller may know of. */
@Singleton
public class AgendaItems extends Aggregates<AgendaItem, AgendaItemView> {
    private final Meetings meetings;
    private final Delegations delegations;
    private final Caller caller;

    AgendaItems(Door door, Meetings meetings, Delegations delegations, Caller caller) {
        super(door, "agenda-item", AgendaItem.class, AgendaItemView::of);
        this.meetings = meetings;
        this.delegations = delegations;
        this.caller = caller;
    }

    @Override
    protected Audience audience(AgendaItem item) {
        return meetings.audienceOf(item.meetingId());
    }

    Meetings meetings() {
        return meetings;
    }

    /** Who may know of this item and of what is recorded under it. */
    Audience audienceOf(UUID item) {
        return audience(findById(item));
    }

    @Override
    protected List<AgendaItem> belongingTo(UUID meeting) {
        return list("meetingId", meeting);
    }

    @Override
    protected void holdRootOf(UUID item) {
        reference(item, "meetingId").ifPresent(meetings::hold);
    }

    AgendaView agendaOf(UUID meeting) {
        meetings.requireVisible(meeting);
        return agenda(meeting, list("meetingId = ?1 order by position", meeting));
    }

    /** The items of these meetings of which the caller may know, in the order of creation; no more than so many. */
    public List<AgendaItemView> ofMeetings(Collection<UUID> ids, int most) {
        return first(
                most,
                Meetings.listingWithin("AgendaItem e", caller).and("e.meetingId in :meetings", "meetings", ids),
                "e.id",
                AgendaItemView::of);
    }

    /** Adds the one item of a meeting that is held for the sake of a consultation. */
    @CanIgnoreReturnValue
    public AgendaItemView addConsultation(UUID id, UUID meeting, String title, Instant now) {
        AgendaItemDetails details = new AgendaItemDetails(AgendaItemKind.CONSULTATION, title, null, null, null, null);
        return create(
                () -> AgendaItem.add(id, heldForAdding(meeting), nextPosition(meeting), details, caller.party(), now));
    }

    /** The meeting to whose agenda an item is to be added; no other change of the agenda runs meanwhile. */
    Meeting heldForAdding(UUID meeting) {
        return open(meetings.heldAlone(meeting));
    }

    /** The meeting of an item that is about to change. */
    Meeting meetingOf(AgendaItem item) {
        return open(meetings.held(item.meetingId()));
    }

    /** A listing of what is recorded under items that the caller may know of; {@code i} is the item, {@code m} the meeting. */
    Listing listingWithin(String entity) {
        return Meetings.listingWithin(entity + " e join AgendaItem i on i.id = e.agendaItemId", caller);
    }

    private Meeting open(Meeting held) {
        if (!delegations.takesPart(held, caller.party())) {
            throw new NotAllowed("Only host, chair and parties with a delegation change the agenda of this meeting.");
        }
        return held;
    }

    /**
     * The place behind the last item.
     *
     * @throws Conflict 409 if the agenda is full: what can be added must also be possible to reorder
     */
    int nextPosition(UUID meeting) {
        int items = (int) count("meetingId", meeting);
        if (items == ReorderAgenda.MOST) {
            throw new Conflict("The agenda of this meeting has %d items; that is as many as fit.".formatted(items));
        }
        return items + 1;
    }

    /** Gives the items their new places, all of them or none. */
    AgendaView reorder(UUID meeting, IfMatch ifMatch, List<UUID> order) {
        List<AgendaItemView> moved = changeAll(
                () -> itemsToReorder(meeting, ifMatch, order), item -> item.move(order.indexOf(item.id()) + 1));
        return AgendaView.of(
                meeting,
                moved.stream()
                        .sorted(Comparator.comparingInt(AgendaItemView::position))
                        .toList());
    }

    private List<AgendaItem> itemsToReorder(UUID meeting, IfMatch ifMatch, List<UUID> order) {
        Meeting held = meetings.heldAlone(meeting);
        held.requireRunBy(caller.party());
        held.requireAgendaOpenTo(caller.party());
        List<AgendaItem> items = find("meetingId = ?1 order by position", meeting)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        IfMatch.require(ifMatch, "agenda", agenda(meeting, items).tag());
        if (order.size() != items.size()
                || !new HashSet<>(order)
                        .equals(new HashSet<>(items.stream().map(AgendaItem::id).toList()))) {
            throw new RuleViolated(
                    "/items",
                    "not-the-agenda",
                    "items must name each of the %d agenda items once.".formatted(items.size()));
        }
        return items;
    }

    private static AgendaView agenda(UUID meeting, List<AgendaItem> items) {
        return AgendaView.of(meeting, items.stream().map(AgendaItemView::of).toList());
    }
}
