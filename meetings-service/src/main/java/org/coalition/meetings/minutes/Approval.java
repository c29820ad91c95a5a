package org.coalition.meetings.minutes;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.web.IfMatch;
import org.coalition.meetings.delegation.Delegations;
import org.coalition.meetings.meeting.Meetings;

/** A meeting ends with its minutes: they are approved together or not at all. */
@Singleton
class Approval {
    private final Door door;
    private final Meetings meetings;
    private final Delegations delegations;
    private final MinuteBook book;
    private final Corrections corrections;
    private final Caller caller;
    private final Clock clock;

    Approval(
            Door door,
            Meetings meetings,
            Delegations delegations,
            MinuteBook book,
            Corrections corrections,
            Caller caller,
            Clock clock) {
        this.door = door;
        this.meetings = meetings;
        this.delegations = delegations;
        this.book = book;
        this.corrections = corrections;
        this.caller = caller;
        this.clock = clock;
    }

    /** The meeting is locked first, and the minutes say first why not: it is their version that the caller has seen. */
    MinutesView approve(UUID id, IfMatch ifMatch) {
        return door.together(() -> {
            book.holdMeetingAlone(id);
            MinutesView approved = book.change(
                    id,
                    ifMatch,
                    (minutes, meeting) -> minutes.approve(
                            meeting,
                            delegations.partiesAt(meeting.id()),
                            corrections.open(id),
                            caller.party(),
                            clock.instant()));
            meetings.approveMinutes(approved.meetingId());
            return approved;
        });
    }
}
