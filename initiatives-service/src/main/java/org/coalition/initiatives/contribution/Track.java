package org.coalition.initiatives.contribution;

/** What a contribution is for. */
public enum Track {
    MILITARY,
    HUMANITARIAN,
    ECONOMIC,
    DIPLOMATIC
}
