package org.coalition.meetings.minutes;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.meetings.meeting.Meetings;

/** The texts that the minutes of the meetings a caller may know of have had. */
@Singleton
class MinutesVersions extends Aggregates<MinutesVersion, MinutesVersionView> {
    private final MinuteBook book;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    MinutesVersions(Door door, MinuteBook book, Caller caller, Ids ids, Clock clock) {
        super(door, "minutes-version", MinutesVersion.class, MinutesVersionView::of);
        this.book = book;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    protected Audience audience(MinutesVersion text) {
        return book.audienceOf(text.minutesId());
    }

    @Override
    protected Listing listingInSight() {
        return Meetings.listingWithin("MinutesVersion e join Minutes n on n.id = e.minutesId", caller)
                .visible(MinuteBook.NO_DRAFT.formatted("n"), caller);
    }

    @Override
    protected List<MinutesVersion> belongingTo(UUID meeting) {
        return list("meetingId", meeting);
    }

    @Override
    protected void holdRootOf(UUID text) {
        reference(text, "minutesId").ifPresent(book::hold);
    }

    Page<MinutesVersionItem> list(UUID minutes, PageQuery query) {
        book.requireVisible(minutes);
        return page(
                Meetings.listingWithin("MinutesVersion e", caller).and("e.minutesId = :minutes", "minutes", minutes),
                query,
                MinutesVersionItem::of);
    }

    MinutesVersionView get(UUID minutes, int number) {
        book.requireVisible(minutes);
        return shown(find("minutesId = ?1 and number = ?2", minutes, number).firstResult(), number);
    }

    /**
     * Keeps the text that the minutes have come to, unless it is kept already because nothing in it has changed.
     *
     * @param correction the one that was accepted; null if it is another change
     */
    @CanIgnoreReturnValue
    MinutesView keep(MinutesView minutes, String reason, UUID correction) {
        if (count("minutesId = ?1 and number = ?2", minutes.id(), minutes.textVersion()) == 0) {
            record(minutes, reason, correction);
        }
        return minutes;
    }

    @CanIgnoreReturnValue
    private MinutesVersionView record(MinutesView minutes, String reason, UUID correction) {
        return create(
                () -> MinutesVersion.record(ids.next(), minutes, caller.party(), reason, correction, clock.instant()));
    }
}
