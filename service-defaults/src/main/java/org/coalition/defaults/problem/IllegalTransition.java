package org.coalition.defaults.problem;

import java.util.Collection;
import java.util.List;

/** 409: the lifecycle has no arrow for this move. Names the current state and the moves that are allowed now. */
public final class IllegalTransition extends ProblemException {
    private static final long serialVersionUID = 1L;

    private final String state;
    private final transient List<String> allowed;

    /**
     * @param what the move that was tried, as a phrase: {@code "cancel this meeting"}
     * @param state the state the resource is in
     * @param allowed the states that may follow it now, in their order
     */
    public IllegalTransition(String what, Enum<?> state, Collection<? extends Enum<?>> allowed) {
        super(
                ProblemType.ILLEGAL_TRANSITION,
                "You cannot %s while it is %s; %s."
                        .formatted(
                                what,
                                state.name(),
                                allowed.isEmpty() ? "no further move is possible" : "it can become " + names(allowed)),
                List.of());
        this.state = state.name();
        this.allowed = allowed.stream().map(Enum::name).toList();
    }

    private static String names(Collection<? extends Enum<?>> states) {
        return String.join(" or ", states.stream().map(Enum::name).toList());
    }

    @Override
    public Problem problem(String instance, String traceId) {
        ProblemType type = type();
        return new Problem(
                type.uri(), type.title(), type.status(), getMessage(), instance, traceId, state, allowed, List.of());
    }
}
