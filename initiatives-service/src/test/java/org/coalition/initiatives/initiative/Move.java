package org.coalition.initiatives.initiative;

import static org.coalition.initiatives.initiative.InitiativeStatus.APPROVED;
import static org.coalition.initiatives.initiative.InitiativeStatus.CANCELLED;
import static org.coalition.initiatives.initiative.InitiativeStatus.CLOSED;
import static org.coalition.initiatives.initiative.InitiativeStatus.FINALISATION;
import static org.coalition.initiatives.initiative.InitiativeStatus.IMPLEMENTATION;
import static org.coalition.initiatives.initiative.InitiativeStatus.PIPELINE;
import static org.coalition.initiatives.initiative.InitiativeStatus.SUSPENDED;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Each move of the lifecycle: from which states it leads to which, as the domain has it, and how it is made. */
enum Move {
    APPROVE(
            "approval",
            Map.of("approvalReason", "urgent"),
            Set.of(PIPELINE),
            APPROVED,
            it -> it.approve(null, "urgent", Planned.GB, Planned.NOW)),
    IMPLEMENT("implementation", null, Set.of(APPROVED), IMPLEMENTATION, it -> it.startImplementation(Planned.GB)),
    SUSPEND(
            "suspension",
            Map.of("reason", "the route is closed"),
            Set.of(IMPLEMENTATION),
            SUSPENDED,
            it -> it.suspend("the route is closed", Planned.GB)),
    RESUME("resumption", null, Set.of(SUSPENDED), IMPLEMENTATION, it -> it.resume(Planned.GB)),
    FINALISE("finalisation", null, Set.of(IMPLEMENTATION), FINALISATION, it -> it.startFinalisation(Planned.GB)),
    CLOSE("closure", null, Set.of(FINALISATION), CLOSED, it -> it.close(Planned.GB)),
    CANCEL(
            "cancellation",
            Map.of("reason", "overtaken by events"),
            Set.of(PIPELINE, APPROVED, IMPLEMENTATION, SUSPENDED, FINALISATION),
            CANCELLED,
            it -> it.cancel("overtaken by events", Planned.GB));

    /** The last part of its path. */
    final String path;

    /** Null if it takes none. */
    final Map<String, String> body;

    final Set<InitiativeStatus> from;
    final InitiativeStatus to;
    private final Function<Initiative, InitiativeEvent> verb;

    Move(
            String path,
            Map<String, String> body,
            Set<InitiativeStatus> from,
            InitiativeStatus to,
            Function<Initiative, InitiativeEvent> verb) {
        this.path = path;
        this.body = body;
        this.from = from;
        this.to = to;
        this.verb = verb;
    }

    /** Moves that lead from the pipeline to a state. */
    static List<Move> to(InitiativeStatus status) {
        return switch (status) {
            case PIPELINE -> List.of();
            case APPROVED -> List.of(APPROVE);
            case IMPLEMENTATION -> List.of(APPROVE, IMPLEMENT);
            case SUSPENDED -> List.of(APPROVE, IMPLEMENT, SUSPEND);
            case FINALISATION -> List.of(APPROVE, IMPLEMENT, FINALISE);
            case CLOSED -> List.of(APPROVE, IMPLEMENT, FINALISE, CLOSE);
            case CANCELLED -> List.of(CANCEL);
        };
    }

    InitiativeEvent make(Initiative initiative) {
        return verb.apply(initiative);
    }
}
