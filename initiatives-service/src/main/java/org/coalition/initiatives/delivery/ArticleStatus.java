package org.coalition.initiatives.delivery;

/** Where an article is, as the recipient has stated it. */
enum ArticleStatus {
    /** Part of a delivery that is not confirmed yet. */
    EXPECTED,
    RECEIVED,
    /** Missing on receipt, or sent back at once. */
    NOT_RECEIVED,
    /** Received, and returned later. */
    RETURNED;

    /** Whether its serial number is taken: it is with the recipient, or on its way there. */
    boolean isListed() {
        return this == EXPECTED || this == RECEIVED;
    }
}
