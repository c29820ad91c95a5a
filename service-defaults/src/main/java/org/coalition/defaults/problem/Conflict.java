package org.coalition.defaults.problem;

import java.util.List;

/** 409: the request conflicts with another resource; the detail names it. */
public final class Conflict extends ProblemException {
    private static final long serialVersionUID = 1L;

    public Conflict(String detail) {
        this(detail, List.of());
    }

    /** With each thing that it conflicts with. */
    public Conflict(String detail, List<Problem.Fault> faults) {
        super(ProblemType.CONFLICT, detail, faults);
    }
}
