package org.coalition.defaults.problem;

import java.util.List;

/** 422: the input is well formed but breaks a rule; each fault names its place. */
public final class RuleViolated extends ProblemException {
    private static final long serialVersionUID = 1L;

    /** One fault at a JSON Pointer into the body, for instance {@code /plannedEnd}. */
    public RuleViolated(String pointer, String code, String detail) {
        this(List.of(Problem.Fault.at(pointer, code, detail)));
    }

    /** Several faults at once. */
    public RuleViolated(List<Problem.Fault> faults) {
        super(
                ProblemType.INVALID_REQUEST,
                faults.size() == 1 ? faults.get(0).detail() : faults.size() + " places break a rule; see errors.",
                faults);
    }
}
