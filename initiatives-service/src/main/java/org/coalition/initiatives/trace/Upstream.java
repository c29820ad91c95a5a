package org.coalition.initiatives.trace;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.inbox.Copy;
import org.coalition.defaults.inbox.ReadCopy;
import org.coalition.initiatives.mandate.Circle;
import org.coalition.initiatives.mandate.DecisionState;

/** The links that the meetings-service keeps, as far as they are known here and the caller may know of them. */
@Singleton
class Upstream {
    private final ReadCopy copies;
    private final Caller caller;
    private final Clock clock;

    Upstream(ReadCopy copies, Caller caller, Clock clock) {
        this.copies = copies;
        this.caller = caller;
        this.clock = clock;
    }

    /** The copy of such a link; null if there is none, or the caller may not know of it. */
    Copy find(TraceType type, String id) {
        Copy found = copies.find(type.path(id)).orElse(null);
        if (found == null || type == TraceType.MEETING) {
            return found != null && Circle.of(found.data()).includes(caller) ? found : null;
        }
        Copy meeting = meetingOf(found);
        Copy item = type == TraceType.AGENDA_ITEM ? found : itemOf(found);
        return meeting != null && item != null && isKnown(item, meeting) ? found : null;
    }

    /** Whether the caller may know of this agenda item of the meeting. */
    boolean isKnown(Copy item, Copy meeting) {
        return Circle.of(meeting.data()).around(item.data()).includes(caller);
    }

    /** What a link came of, from the nearest up to the meeting; nothing if the caller may not know of it. */
    List<TraceLink> originsOf(TraceType type, Copy copy) {
        List<TraceLink> origins = new ArrayList<>();
        if (type == TraceType.MEETING) {
            return origins;
        }
        if (type != TraceType.AGENDA_ITEM) {
            origins.add(link(TraceType.AGENDA_ITEM, itemOf(copy)));
        }
        origins.add(link(TraceType.MEETING, meetingOf(copy)));
        return origins;
    }

    /** The decision that an initiative came of, and what that came of. */
    List<TraceLink> originsOf(UUID decision) {
        Copy copy = decision == null ? null : find(TraceType.DECISION, decision.toString());
        if (copy == null) {
            return List.of();
        }
        List<TraceLink> origins = new ArrayList<>();
        origins.add(link(TraceType.DECISION, copy));
        origins.addAll(originsOf(TraceType.DECISION, copy));
        return origins;
    }

    TraceLink link(TraceType type, Copy copy) {
        String status = type == TraceType.DECISION
                ? DecisionState.of(copy.data()).at(clock.instant())
                : copy.data().path("status").asText(null);
        return TraceLink.of(type, id(copy), title(type, copy), status);
    }

    private static String title(TraceType type, Copy copy) {
        return switch (type) {
            case DECISION -> text(copy, "text");
            case RECOMMENDATION -> text(copy, "area") + ": " + text(copy, "focus");
            default -> text(copy, "title");
        };
    }

    private Copy itemOf(Copy outcome) {
        return copies.find(TraceType.AGENDA_ITEM.path(text(outcome, "agendaItemId")))
                .orElse(null);
    }

    Copy meetingOf(Copy copy) {
        return copies.find(TraceType.MEETING.path(text(copy, "meetingId"))).orElse(null);
    }

    static String id(Copy copy) {
        return copy.subject().substring(copy.subject().lastIndexOf('/') + 1);
    }

    static String text(Copy copy, String field) {
        return copy.data().path(field).asText();
    }
}
