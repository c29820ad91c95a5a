package org.coalition.initiatives.loss;

/** How articles were lost. */
public enum LossKind {
    LOST,
    STOLEN,
    CAPTURED,
    DESTROYED
}
