package org.coalition.initiatives.enduse;

/** On what a check rests. */
public enum CheckBasis {
    /** What the holder reports; it counts once an overseer of another party has verified it. */
    SELF_REPORT,
    /** What an overseer of another party has seen; it counts at once. */
    INSPECTION
}
