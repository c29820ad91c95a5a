package org.coalition.initiatives.contribution;

import java.util.List;
import java.util.UUID;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to a contribution. */
sealed interface ContributionEvent extends DomainEvent {
    /** A line of support, without an entry yet. */
    record Opened() implements ContributionEvent {}

    /** What it is for is described otherwise; its figures are not touched. */
    record Revised() implements ContributionEvent {}

    /** An indication; never counted in totals. */
    record Pledged(LedgerEntryView entry) implements ContributionEvent {}

    /** The party is bound. */
    record Committed(LedgerEntryView entry) implements ContributionEvent {}

    /** Part of what was committed is set aside for a purpose. */
    record Allocated(LedgerEntryView entry) implements ContributionEvent {}

    /** Money was put at the disposal of the recipient. */
    record Disbursed(LedgerEntryView entry) implements ContributionEvent {}

    /** Goods or services were received. */
    record Delivered(LedgerEntryView entry) implements ContributionEvent {}

    /** What it depended on is there. */
    record ConditionFulfilled(int number, Condition condition) implements ContributionEvent {}

    /** It goes on as its parts. */
    record Split(List<UUID> parts) implements ContributionEvent {}

    /** It is a part of a line that was split. */
    record SplitOff(UUID from) implements ContributionEvent {}

    /** The entries themselves may be too many for one event; the ledger lists them. */
    record SharesTakenOver(UUID from, int entries) implements ContributionEvent {}

    /** An entry is taken back by one of the opposite sign. */
    record EntryReversed(LedgerEntryView entry, String reason) implements ContributionEvent {}

    /** What it means that an entry of a kind was added. */
    static ContributionEvent of(EntryKind kind, LedgerEntryView entry) {
        return switch (kind) {
            case PLEDGE -> new Pledged(entry);
            case COMMITMENT -> new Committed(entry);
            case ALLOCATION -> new Allocated(entry);
            case DISBURSEMENT -> new Disbursed(entry);
            case DELIVERY -> new Delivered(entry);
        };
    }
}
