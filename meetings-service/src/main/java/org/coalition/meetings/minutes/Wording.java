package org.coalition.meetings.minutes;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.web.IfMatch;

/** Each text that the parties could read is kept: what changes the minutes' words keeps the new ones in the same step. */
@Singleton
class Wording {
    private final Door door;
    private final MinuteBook book;
    private final Corrections corrections;
    private final MinutesVersions versions;
    private final Caller caller;
    private final Clock clock;

    Wording(Door door, MinuteBook book, Corrections corrections, MinutesVersions versions, Caller caller, Clock clock) {
        this.door = door;
        this.book = book;
        this.corrections = corrections;
        this.versions = versions;
        this.caller = caller;
        this.clock = clock;
    }

    MinutesView circulate(UUID id, IfMatch ifMatch, Instant commentUntil) {
        return door.together(() -> {
            MinutesView circulated = book.change(id, ifMatch, (minutes, meeting) -> {
                MinutesEvent done = minutes.circulate(commentUntil, meeting, caller.party(), clock.instant());
                // An item may have been narrowed since the draft.
                book.check(minutes.text(), meeting.id());
                return done;
            });
            return versions.keep(circulated, "The text as it was circulated.", null);
        });
    }

    CorrectionView accept(UUID id, IfMatch ifMatch, String why) {
        return door.together(() -> {
            CorrectionView accepted = corrections.change(
                    id,
                    ifMatch,
                    correction -> correction.accept(
                            why, book.meeting(correction.meetingId()), caller.party(), clock.instant()));
            MinutesView amended = book.change(accepted.minutesId(), IfMatch.ANY, minutes -> minutes.amend(accepted));
            versions.keep(amended, accepted.reason(), id);
            return accepted;
        });
    }

    MinutesView correct(UUID id, IfMatch ifMatch, IssueCorrigendum corrigendum) {
        return door.together(() -> {
            MinutesView corrected = book.change(
                    id,
                    ifMatch,
                    (minutes, meeting) -> minutes.correct(
                            book.check(corrigendum.text(), meeting.id()),
                            corrigendum.reason(),
                            meeting,
                            caller.party()));
            return versions.keep(corrected, corrigendum.reason(), null);
        });
    }
}
