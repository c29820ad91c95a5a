package org.coalition.meetings.agenda;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
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
import org.coalition.meetings.party.Parties;

/** The agendas of the meetings that a caller may know of. */
@Singleton
public class AgendaItems extends Aggregates<AgendaItem, AgendaItemView> {
    private final Meetings meetings;
    private final Delegations delegations;
    private final Parties parties;
    private final Door door;
    private final Caller caller;

    AgendaItems(Door door, Meetings meetings, Delegations delegations, Parties parties, Caller caller) {
        super(door, "agenda-item", AgendaItem.class, AgendaItemView::of);
        this.door = door;
        this.parties = parties;
        this.meetings = meetings;
        this.delegations = delegations;
        this.caller = caller;
    }

    Meetings meetings() {
        return meetings;
    }

    @Override
    protected Audience audience(AgendaItem item) {
        return meetings.findById(item.meetingId()).audienceOf(item.audience());
    }

    @Override
    protected Listing listingInSight() {
        return visible();
    }

    /** Who may know of this item and of what is recorded under it. */
    public Audience audienceOf(UUID item) {
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

    /** A listing of what is recorded under items that the caller may know of; {@code i} is the item, {@code m} the meeting. */
    public Listing listingWithin(String entity) {
        return Meetings.listingWithin(entity + " e join AgendaItem i on i.id = e.agendaItemId", caller)
                .visible(Meetings.narrowedBy("i.audience"), caller);
    }

    AgendaView agendaOf(UUID meeting) {
        Meeting found = meetings.requireVisible(meeting);
        return AgendaView.of(
                found,
                first(
                        ReorderAgenda.MOST,
                        visible().and("e.meetingId = :meeting", "meeting", meeting),
                        "e.id",
                        AgendaItemView::of));
    }

    /** The items {@code e} of which the caller may know; {@code m} is the meeting. */
    private Listing visible() {
        return Meetings.listingWithin("AgendaItem e", caller).visible(Meetings.narrowedBy("e.audience"), caller);
    }

    /** The items of these meetings of which the caller may know, in the order of creation; no more than so many. */
    public List<AgendaItemView> ofMeetings(Collection<UUID> ids, int most) {
        return first(most, visible().and("e.meetingId in :meetings", "meetings", ids), "e.id", AgendaItemView::of);
    }

    /** Adds the one item of a meeting that is held for the sake of a consultation. */
    @CanIgnoreReturnValue
    public AgendaItemView addConsultation(UUID id, UUID meeting, String title, Instant now) {
        AgendaItemDetails details = AgendaItemDetails.of(AgendaItemKind.CONSULTATION, title, null);
        return create(() -> AgendaItem.add(
                id, heldForAdding(meeting), null, nextPosition(meeting, null), details, caller.party(), now));
    }

    /** The meeting to whose agenda an item is to be added; no other change of the agenda runs meanwhile. */
    public Meeting heldForAdding(UUID meeting) {
        return open(meetings.heldAlone(meeting));
    }

    private Meeting open(Meeting held) {
        if (!delegations.takesPart(held, caller.party())) {
            throw new NotAllowed("Only host, chair and parties with a delegation change the agenda of this meeting.");
        }
        return held;
    }

    AgendaItemDetails check(AgendaItemDetails details) {
        parties.requireKnown(Parties.references("/visibleTo", details.visibleTo()));
        return details;
    }

    /** An edit of an item; its sub-items are always as visible as it is. */
    AgendaItemView revise(UUID id, IfMatch ifMatch, UnaryOperator<AgendaItemDetails> edit) {
        return door.together(() -> {
            AgendaItemView revised = change(
                    id,
                    ifMatch,
                    item -> item.revise(
                            edit.apply(item.details()), open(meetings.held(item.meetingId())), caller.party()));
            AgendaItem item = findById(id);
            below(item).stream()
                    .filter(sub -> !Objects.equals(sub.audience(), item.audience()))
                    .forEach(sub -> settle(sub.id(), found -> found.inherit(item.audience())));
            return revised;
        });
    }

    AgendaItemView conclude(UUID id, IfMatch ifMatch) {
        return change(id, ifMatch, item -> item.conclude(meetings.held(item.meetingId()), caller.party()));
    }

    /** The items below this one that are not finished, those above others first. */
    List<AgendaItem> openBelow(AgendaItem item) {
        return below(item).stream()
                .filter(sub -> sub.status() == AgendaItemStatus.OPEN)
                .sorted(Comparator.comparing(AgendaItem::number, AgendaNumber.ORDER))
                .toList();
    }

    private List<AgendaItem> below(AgendaItem item) {
        return list("meetingId = ?1 and number like ?2", item.meetingId(), item.number() + ".%");
    }

    /**
     * The place behind the last item of its level.
     *
     * @throws Conflict 409 if the agenda is full: what can be added must also be possible to reorder
     */
    public int nextPosition(UUID meeting, AgendaItem parent) {
        int items = (int) count("meetingId", meeting);
        if (items == ReorderAgenda.MOST) {
            throw new Conflict("The agenda of this meeting has %d items; that is as many as fit.".formatted(items));
        }
        long level = parent == null
                ? count("meetingId = ?1 and parentId is null", meeting)
                : count("meetingId = ?1 and parentId = ?2", meeting, parent.id());
        return (int) level + 1;
    }

    /** Gives the items their new places, all of them or none. */
    AgendaView reorder(UUID meeting, IfMatch ifMatch, List<UUID> order) {
        Map<UUID, Place> places = new HashMap<>();
        List<AgendaItemView> moved = changeAll(
                () -> {
                    List<AgendaItem> items = itemsToReorder(meeting, ifMatch, order);
                    places.putAll(Place.of(items, order));
                    return items;
                },
                item -> item.move(places.get(item.id())));
        return AgendaView.of(meetings.findById(meeting), moved);
    }

    private List<AgendaItem> itemsToReorder(UUID meeting, IfMatch ifMatch, List<UUID> order) {
        Meeting held = meetings.heldAlone(meeting);
        held.requireRunBy(caller.party());
        held.requireAgendaOpenTo(caller.party());
        List<AgendaItem> items = find("meetingId = ?1 order by id", meeting)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        IfMatch.require(
                ifMatch,
                "agenda",
                AgendaView.of(held, items.stream().map(AgendaItemView::of).toList())
                        .tag());
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
}
