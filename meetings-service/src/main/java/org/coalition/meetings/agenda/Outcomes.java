package org.coalition.meetings.agenda;

import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.aggregate.DomainEvent;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.View;
import org.coalition.meetings.meeting.Meeting;
import org.coalition.meetings.meeting.Meetings;

/** The base of each repository of outcomes: a caller may know of an outcome if it may know of its agenda item. */
public abstract class Outcomes<A extends Outcome, V extends View> extends Aggregates<A, V> {
    private final AgendaItems items;
    private final Meetings meetings;
    private final String entity;

    protected Outcomes(Door door, String noun, Class<A> type, Function<A, V> view, AgendaItems items) {
        super(door, noun, type, view);
        this.items = items;
        meetings = items.meetings();
        entity = type.getSimpleName();
    }

    @Override
    protected Audience audience(A outcome) {
        return items.audienceOf(outcome.agendaItemId());
    }

    @Override
    protected Listing listingInSight() {
        return visible();
    }

    @Override
    protected List<A> belongingTo(UUID root) {
        return list("agendaItemId = ?1 or meetingId = ?1", root);
    }

    @Override
    protected void holdRootOf(UUID outcome) {
        reference(outcome, "agendaItemId").ifPresent(items::hold);
    }

    /** A change under the rules of the meeting, which stays as it is until the change is made. */
    public V change(UUID id, IfMatch ifMatch, BiFunction<A, Meeting, DomainEvent> verb) {
        return change(id, ifMatch, found -> verb.apply(found, meetings.held(found.meetingId())));
    }

    /** The agenda item under which something is to be recorded, held as it is. */
    public AgendaItem item(UUID id) {
        return items.held(id);
    }

    /** The meeting of an agenda item, held as it is. */
    public Meeting meetingOf(AgendaItem item) {
        return meetings.held(item.meetingId());
    }

    /** The outcomes {@code e} of which the caller may know; {@code i} is the agenda item, {@code m} the meeting. */
    protected Listing visible() {
        return items.listingWithin(entity);
    }
}
