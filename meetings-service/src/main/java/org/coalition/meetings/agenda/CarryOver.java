package org.coalition.meetings.agenda;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.defaults.web.IfMatch;
import org.coalition.meetings.meeting.Meeting;
import org.coalition.meetings.meeting.Meetings;

/**
 * An unfinished item goes on in another meeting, with its unfinished sub-items: there it is new, here it is over, and each
 * names the other. It never becomes known to more parties than it was.
 */
@Singleton
class CarryOver {
    private final Door door;
    private final AgendaItems items;
    private final Meetings meetings;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    CarryOver(Door door, AgendaItems items, Meetings meetings, Caller caller, Ids ids, Clock clock) {
        this.door = door;
        this.items = items;
        this.meetings = meetings;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    AgendaItemView carry(UUID id, IfMatch ifMatch, UUID to) {
        return door.together(() -> {
            AgendaItem item = items.requireVisible(id);
            hold(item.meetingId(), to);
            Meeting target = meetings.requireVisible(to);
            Audience audience = audienceAt(target, items.audienceOf(id));
            Map<UUID, AgendaItem> carried = new HashMap<>();
            AgendaItemView first = carry(id, ifMatch, target, null, audience, carried);
            for (AgendaItem below : items.openBelow(item)) {
                AgendaItem parent = carried.get(below.parentId());
                if (parent != null) {
                    carry(below.id(), IfMatch.ANY, target, parent, audience, carried);
                }
            }
            return first;
        });
    }

    @CanIgnoreReturnValue
    private AgendaItemView carry(
            UUID id,
            IfMatch ifMatch,
            Meeting target,
            AgendaItem parent,
            Audience audience,
            Map<UUID, AgendaItem> carried) {
        UUID next = ids.next();
        AgendaItemView over = items.change(
                id, ifMatch, item -> item.carryOver(next, meetings.held(item.meetingId()), caller.party()));
        return items.create(() -> {
            AgendaItem from = items.findById(over.id());
            int position = items.nextPosition(target.id(), parent);
            var created = AgendaItem.carriedOver(
                    next, from, target, parent, position, audience, caller.party(), clock.instant());
            carried.put(id, created.aggregate());
            return created;
        });
    }

    /** In the order of their ids, so that two that carry over crosswise do not wait for each other. */
    private void hold(UUID from, UUID to) {
        if (from.equals(to) || !meetings.isVisible(to)) {
            throw new RuleViolated(
                    "/meetingId", "unknown-meeting", "There is no other meeting %s; see /v1/meetings.".formatted(to));
        }
        for (UUID meeting : Stream.of(from, to).sorted().toList()) {
            Meeting held = meeting.equals(to) ? meetings.heldAlone(meeting) : meetings.held(meeting);
            held.requireRunBy(caller.party());
        }
    }

    /** What the item's audience must be there; null if the meeting's own is no wider than that where it comes from. */
    private static Audience audienceAt(Meeting target, Audience known) {
        if (known.covers(target.audience())) {
            return null;
        }
        List<String> strangers = target.runners().stream()
                .filter(party -> !known.includes(party))
                .toList();
        if (!strangers.isEmpty()) {
            throw new RuleViolated(
                    "/meetingId",
                    "wider-audience",
                    "That meeting is run by %s, who may not know of this item."
                            .formatted(String.join(" and ", strangers)));
        }
        return known;
    }
}
