package org.coalition.defaults.problem;

import java.util.List;

/** 403: the caller sees the resource but may not do this to it. */
public final class NotAllowed extends ProblemException {
    private static final long serialVersionUID = 1L;

    public NotAllowed(String detail) {
        super(ProblemType.FORBIDDEN, detail, List.of());
    }
}
