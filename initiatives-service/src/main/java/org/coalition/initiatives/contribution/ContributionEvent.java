package org.coalition.initiatives.contribution;

import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to a contribution. */
sealed interface ContributionEvent extends DomainEvent {
    record Opened() implements ContributionEvent {}

    record Revised() implements ContributionEvent {}

    record Pledged(LedgerEntryView entry) implements ContributionEvent {}

    record Committed(LedgerEntryView entry) implements ContributionEvent {}

    record EntryReversed(LedgerEntryView entry, String reason) implements ContributionEvent {}
}
