package org.coalition.initiatives.contribution;

/** What a ledger entry records. */
public enum EntryKind {
    /** Indicative, not binding: shown apart and never counted in totals. */
    PLEDGE,
    /** A firm written obligation. */
    COMMITMENT
}
