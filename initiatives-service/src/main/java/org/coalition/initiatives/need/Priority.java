package org.coalition.initiatives.need;

/** How much depends on a need, as its recipient sees it. */
public enum Priority {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
