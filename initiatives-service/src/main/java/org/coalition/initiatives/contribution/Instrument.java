package org.coalition.initiatives.contribution;

/** In which form a contribution is made. */
public enum Instrument {
    GRANT,
    LOAN,
    GUARANTEE,
    EQUITY,
    IN_KIND,
    TRAINING;

    /** Whether goods or services are given rather than funds, even where they are valued in money. */
    boolean isInKind() {
        return this == IN_KIND || this == TRAINING;
    }
}
