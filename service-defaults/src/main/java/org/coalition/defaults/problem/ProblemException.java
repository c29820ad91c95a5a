package org.coalition.defaults.problem;

import java.util.List;

/**
 * The root of all refusals that a caller can be told about. Rules throw one of its subclasses, one per category; the
 * mappers turn it into a {@link Problem}. It carries no stack trace: a refusal is an answer, not a failure.
 */
public abstract class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient List<Problem.Fault> faults;

    /**
     * @param type what kind of refusal this is
     * @param detail what happened and what the caller can do next
     * @param faults the places of the input at fault; empty if it is not about the input
     */
    protected ProblemException(ProblemType type, String detail, List<Problem.Fault> faults) {
        super(detail, null, false, false);
        this.type = type;
        this.faults = List.copyOf(faults);
    }

    public ProblemType type() {
        return type;
    }

    /** The document for this refusal of the request at {@code instance}. */
    public Problem problem(String instance, String traceId) {
        return new Problem(
                type.uri(), type.title(), type.status(), getMessage(), instance, traceId, null, List.of(), faults);
    }
}
