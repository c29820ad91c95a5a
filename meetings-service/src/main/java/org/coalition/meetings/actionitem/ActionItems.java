package org.coalition.meetings.actionitem;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.meetings.agenda.AgendaItems;
import org.coalition.meetings.agenda.Outcomes;
import org.coalition.meetings.party.Parties;

/** The action items of the meetings that a caller may know of. */
@Singleton
public class ActionItems extends Outcomes<ActionItem, ActionItemView> {
    private final AgendaItems items;
    private final Parties parties;
    private final Clock clock;

    ActionItems(Door door, AgendaItems items, Parties parties, Clock clock) {
        super(door, "action-item", ActionItem.class, item -> ActionItemView.of(item, clock.instant()), items);
        this.items = items;
        this.parties = parties;
        this.clock = clock;
    }

    Page<ActionItemView> list(ActionItemFilter filter, PageQuery query) {
        Instant now = clock.instant();
        return page(filter.narrow(visible(), DueDate.today(now)), query, item -> ActionItemView.of(item, now));
    }

    /** The action items of these meetings of which the caller may know, by the clock; no more than so many. */
    public List<ActionItemView> ofMeetings(Collection<UUID> ids, int most) {
        Instant now = clock.instant();
        return first(
                most,
                visible().and("e.meetingId in :meetings", "meetings", ids),
                "e.id",
                item -> ActionItemView.of(item, now));
    }

    ActionItemDetails check(ActionItemDetails details, UUID agendaItem) {
        requireOwner(details.owner(), agendaItem);
        return details;
    }

    /** The owner must be known, and must be able to read what it is to do. */
    void requireOwner(String owner, UUID agendaItem) {
        parties.requireKnown(Map.of("/owner", owner));
        if (!items.audienceOf(agendaItem).includes(owner)) {
            throw new RuleViolated(
                    "/owner", "not-in-audience", owner + " may not know of this agenda item; name a party that may.");
        }
    }

    /** Those that are overdue and not announced for their due date; at most a hundred, the oldest first. */
    List<UUID> toAnnounce() {
        return find(
                        "status in (OPEN, IN_PROGRESS) and dueOn < ?1 and overdueAnnouncedFor is distinct from dueOn"
                                + " order by dueOn",
                        DueDate.today(clock.instant()))
                .range(0, 99)
                .list()
                .stream()
                .map(ActionItem::id)
                .toList();
    }

    /** Announces that an action item has become overdue; does nothing if it has not, or if that was announced already. */
    @CanIgnoreReturnValue
    ActionItemView announceOverdue(UUID id) {
        return settle(id, item -> item.announceOverdue(clock.instant()));
    }
}
