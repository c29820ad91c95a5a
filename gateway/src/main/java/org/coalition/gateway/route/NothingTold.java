package org.coalition.gateway.route;

import org.coalition.defaults.problem.ProblemType;

/** A service did not tell what it was asked; the message says so to the caller. */
public final class NothingTold extends Exception {
    private static final long serialVersionUID = 1;

    private final ProblemType type;

    NothingTold(ProblemType type, String detail) {
        super(detail, null, false, false);
        this.type = type;
    }

    public ProblemType type() {
        return type;
    }
}
