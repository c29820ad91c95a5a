package org.coalition.initiatives.contribution;

import java.util.List;
import java.util.UUID;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to a contribution. */
sealed interface ContributionEvent extends DomainEvent {
    record Opened() implements ContributionEvent {}

    record Revised() implements ContributionEvent {}

    record Pledged(LedgerEntryView entry) implements ContributionEvent {}

    record Committed(LedgerEntryView entry) implements ContributionEvent {}

    record Allocated(LedgerEntryView entry) implements ContributionEvent {}

    record Disbursed(LedgerEntryView entry) implements ContributionEvent {}

    record Delivered(LedgerEntryView entry) implements ContributionEvent {}

    record ConditionFulfilled(int number, Condition condition) implements ContributionEvent {}

    record Split(List<UUID> parts) implements ContributionEvent {}

    record SplitOff(UUID from) implements ContributionEvent {}

    /** The entries themselves may be too many for one event; the ledger lists them. */
    record SharesTakenOver(UUID from, int entries) implements ContributionEvent {}

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
