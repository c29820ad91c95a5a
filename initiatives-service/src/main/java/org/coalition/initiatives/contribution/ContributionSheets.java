package org.coalition.initiatives.contribution;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.initiatives.csv.Sheet;
import org.coalition.initiatives.initiative.Initiatives;

/** Contributions and their ledgers as tables: what the lists show, in the same order, without pages. */
@Singleton
class ContributionSheets {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String ENTRIES =
            "LedgerEntry l join l.contribution e join Initiative i on i.id = e.initiativeId";

    private final Contributions contributions;
    private final Door door;
    private final Caller caller;

    ContributionSheets(Contributions contributions, Door door, Caller caller) {
        this.contributions = contributions;
        this.door = door;
        this.caller = caller;
    }

    Sheet<ContributionRow> contributions(ContributionFilter filter) {
        return Sheet.of("contributions", ContributionRow.class, last -> door.aside(() -> lines(filter, last)));
    }

    Sheet<EntryRow> entries(ContributionFilter lines, EntryFilter filter) {
        return Sheet.of("entries", EntryRow.class, last -> door.aside(() -> entries(lines, filter, last)));
    }

    private List<ContributionRow> lines(ContributionFilter filter, ContributionRow last) {
        Listing listing = filter.narrow(Initiatives.listingWithin("Contribution e", caller))
                .and("e.id > :after", "after", last == null ? BEFORE_ALL : last.id());
        return contributions.rows(ContributionRow.SELECT, listing, ContributionRow.class, Sheet.BATCH);
    }

    private List<EntryRow> entries(ContributionFilter lines, EntryFilter filter, EntryRow last) {
        Listing listing =
                filter.narrow(lines.narrow(Listing.from(ENTRIES).visible(Audience.hql("i.audience"), caller)));
        if (last != null) {
            listing.and("e.id >= :line", "line", last.contributionId())
                    .and("e.id > :line or l.number > :number", "number", last.number());
        }
        return contributions.rows(EntryRow.SELECT, listing, "e.id, l.number", EntryRow.class, Sheet.BATCH);
    }
}
