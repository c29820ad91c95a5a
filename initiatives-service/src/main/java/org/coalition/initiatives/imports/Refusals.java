package org.coalition.initiatives.imports;

import java.util.ArrayList;
import java.util.List;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.NotFound;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.defaults.problem.ProblemException;
import org.coalition.defaults.problem.RuleViolated;

/** The refusal of one item as a refusal of the whole body: the same, with the place of the item. */
final class Refusals {
    private Refusals() {}

    static ProblemException at(String place, ProblemException refusal) {
        List<Fault> faults = placed(place, refusal);
        String detail = "%s: %s".formatted(place, refusal.getMessage());
        return switch (refusal.type()) {
            case MALFORMED_REQUEST -> new Malformed(faults);
            case FORBIDDEN -> new NotAllowed(detail);
            case CONFLICT, ILLEGAL_TRANSITION -> conflict(place, refusal.getMessage());
            case INVALID_REQUEST, NOT_FOUND -> new RuleViolated(faults);
            default -> refusal;
        };
    }

    private static Conflict conflict(String place, String detail) {
        return new Conflict("%s: %s".formatted(place, detail), List.of(Fault.at(place, "conflict", detail)));
    }

    /** A fault that already tells its place in the body stays. */
    private static List<Fault> placed(String place, ProblemException refusal) {
        if (refusal instanceof NotFound) {
            return List.of(Fault.at(place, "not-found", refusal.getMessage()));
        }
        List<Fault> faults = new ArrayList<>();
        for (Fault fault : refusal.problem(null, null).errors()) {
            String pointer = fault.pointer() == null ? "" : fault.pointer();
            boolean placed = pointer.equals(place) || pointer.startsWith(place + "/");
            faults.add(Fault.at(placed ? pointer : place + pointer, fault.code(), fault.detail()));
        }
        return faults;
    }
}
