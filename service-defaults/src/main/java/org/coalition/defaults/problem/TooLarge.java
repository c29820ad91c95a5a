package org.coalition.defaults.problem;

import java.util.List;

/** 413: the body, or the event it leads to, is over the limit. */
public final class TooLarge extends ProblemException {
    private static final long serialVersionUID = 1L;

    public TooLarge(String detail) {
        super(ProblemType.PAYLOAD_TOO_LARGE, detail, List.of());
    }
}
