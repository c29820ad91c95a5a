package org.coalition.meetings.meeting;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.coalition.defaults.aggregate.Turns;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.meetings.meeting.Clash.Kind;

/** A venue, a chair and a head of delegation are at one meeting at a time. Meetings that the caller may not know of do not count. */
@Singleton
class Clashes {
    private final Meetings meetings;
    private final Turns turns;

    Clashes(Meetings meetings, Turns turns) {
        this.meetings = meetings;
        this.turns = turns;
    }

    /** The clashes of a meeting that is about to be convened; of two that clash with each other the second sees the first. */
    List<Clash> atConvening(Meeting meeting) {
        turns.await(meetings.contested(meeting));
        return of(meeting);
    }

    /** Why a meeting is convened in spite of clashes; null if it is not forced. */
    static String reason(Boolean force, String reason) {
        boolean forced = Boolean.TRUE.equals(force);
        if (forced != (reason != null && !reason.isBlank())) {
            throw new Malformed(Fault.in(
                    "reason",
                    forced ? "required" : "not-forced",
                    forced
                            ? "Say why the meeting is convened in spite of clashes: ?force=true&reason=..."
                            : "A reason goes with force=true only."));
        }
        return reason;
    }

    List<Clash> of(Meeting meeting) {
        return Stream.of(Kind.values())
                .flatMap(kind -> meetings.clashing(kind, meeting).stream())
                .toList();
    }
}
