package org.coalition.defaults.problem;

import java.util.List;

/** 503: try again soon; the answer carries Retry-After. */
public final class Unavailable extends ProblemException {
    private static final long serialVersionUID = 1L;

    public Unavailable(String detail) {
        super(ProblemType.UNAVAILABLE, detail, List.of());
    }
}
