package org.coalition.meetings.minutes;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.meetings.delegation.Delegations;
import org.coalition.meetings.meeting.Meeting;
import org.coalition.meetings.meeting.Meetings;

/** The corrections of the minutes that a caller may know of. */
@Singleton
class Corrections extends Aggregates<Correction, CorrectionView> {
    private final MinuteBook book;
    private final Delegations delegations;
    private final Caller caller;

    Corrections(Door door, MinuteBook book, Delegations delegations, Caller caller) {
        super(door, "minutes-correction", Correction.class, CorrectionView::of);
        this.book = book;
        this.delegations = delegations;
        this.caller = caller;
    }

    @Override
    protected Audience audience(Correction correction) {
        return book.audienceOf(correction.minutesId());
    }

    @Override
    protected Listing listingInSight() {
        return Meetings.listingWithin("Correction e join Minutes n on n.id = e.minutesId", caller)
                .visible(MinuteBook.NO_DRAFT.formatted("n"), caller);
    }

    @Override
    protected List<Correction> belongingTo(UUID meeting) {
        return list("meetingId", meeting);
    }

    /** Alone, since the minutes change with a correction that is accepted. */
    @Override
    protected void holdRootOf(UUID correction) {
        reference(correction, "minutesId").ifPresent(book::holdAlone);
    }

    Page<CorrectionView> list(UUID minutes, PageQuery query) {
        book.requireVisible(minutes);
        Listing listing =
                Meetings.listingWithin("Correction e", caller).and("e.minutesId = :minutes", "minutes", minutes);
        return page(listing, query, CorrectionView::of);
    }

    /** The minutes that the caller's party may comment on; no other correction is proposed meanwhile. */
    Minutes commentable(UUID minutes) {
        Minutes held = book.heldAlone(minutes);
        requireTakesPart(book.meeting(held.meetingId()));
        return held;
    }

    /** Host, chair and the parties with a delegation have a say in the minutes. */
    void requireTakesPart(Meeting meeting) {
        if (!delegations.takesPart(meeting, caller.party())) {
            throw new NotAllowed("Only host, chair and parties with a delegation have a say in these minutes.");
        }
    }

    long earlierOf(String party, UUID minutes) {
        return count("minutesId = ?1 and party = ?2", minutes, party);
    }

    long open(UUID minutes) {
        return count("minutesId = ?1 and status = OPEN", minutes);
    }
}
