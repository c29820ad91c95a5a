package org.coalition.defaults.problem;

import java.util.List;

/** 400: the request cannot be read; each fault names its place. */
public final class Malformed extends ProblemException {
    private static final long serialVersionUID = 1L;

    public Malformed(Problem.Fault fault) {
        this(List.of(fault));
    }

    /** Several faults at once. */
    public Malformed(List<Problem.Fault> faults) {
        super(
                ProblemType.MALFORMED_REQUEST,
                faults.size() == 1 ? faults.get(0).detail() : faults.size() + " places cannot be read; see errors.",
                faults);
    }
}
