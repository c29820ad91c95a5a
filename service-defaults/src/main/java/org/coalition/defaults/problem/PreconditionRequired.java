package org.coalition.defaults.problem;

import java.util.List;

/** 428: If-Match is missing (RFC 6585, section 3). */
public final class PreconditionRequired extends ProblemException {
    private static final long serialVersionUID = 1L;

    public PreconditionRequired(String detail) {
        super(ProblemType.PRECONDITION_REQUIRED, detail, List.of());
    }
}
