package org.coalition.initiatives.indicator;

/** What the actual of a period says; computed whenever it is read, so that no move leads from one to another. */
public enum IndicatorStatus {
    NO_DATA,
    OFF_TRACK,
    ON_TRACK,
    ACHIEVED
}
