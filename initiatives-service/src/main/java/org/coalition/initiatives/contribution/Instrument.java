package org.coalition.initiatives.contribution;

/** In which form a contribution is made. */
public enum Instrument {
    GRANT,
    LOAN,
    GUARANTEE,
    EQUITY,
    IN_KIND,
    TRAINING
}
