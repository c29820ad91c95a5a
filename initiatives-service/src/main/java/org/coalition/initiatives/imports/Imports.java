package org.coalition.initiatives.imports;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.defaults.problem.ProblemException;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.defaults.web.CurrentTrace;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Takes the items of a body in, in one commit: by default all of them or none, leniently those that nothing stands against.
 */
@Singleton
public class Imports {
    private static final int MULTI_STATUS = 207;
    private static final int MOST_FAULTS = 200;

    private final Door door;
    private final CurrentTrace trace;

    Imports(Door door, CurrentTrace trace) {
        this.door = door;
        this.trace = trace;
    }

    /** What became of each: 201, or 200 if they were only tried, or 207 if each was taken for itself. */
    public RestResponse<ImportReport> take(List<Candidate> candidates, ImportMode mode) {
        List<ImportItem> items = mode.isLenient() ? those(candidates) : all(candidates);
        int status = mode.isLenient() ? MULTI_STATUS : mode.isOnlyToValidate() ? 200 : 201;
        return RestResponse.ResponseBuilder.<ImportReport>create(status)
                .entity(ImportReport.of(mode.isOnlyToValidate(), items))
                .build();
    }

    private List<ImportItem> all(List<Candidate> candidates) {
        List<Fault> faults = candidates.stream()
                .flatMap(candidate -> candidate.faults().stream())
                .limit(MOST_FAULTS)
                .toList();
        if (!faults.isEmpty()) {
            throw new RuleViolated(faults);
        }
        return each(candidates, this::one);
    }

    private List<ImportItem> those(List<Candidate> candidates) {
        return each(candidates, candidate -> {
            try {
                if (!candidate.faults().isEmpty()) {
                    throw new RuleViolated(candidate.faults());
                }
                return door.apart(() -> one(candidate));
            } catch (ProblemException refusal) {
                return ImportItem.refused(
                        candidate, refusal.problem(null, trace.get().traceId()));
            }
        });
    }

    private List<ImportItem> each(List<Candidate> candidates, Function<Candidate, ImportItem> taking) {
        return door.together(() -> {
            List<ImportItem> items = new ArrayList<>();
            for (Candidate candidate : candidates) {
                items.add(taking.apply(candidate));
                door.letGo();
            }
            return items;
        });
    }

    private ImportItem one(Candidate candidate) {
        try {
            return ImportItem.created(candidate, candidate.birth().get());
        } catch (ProblemException refusal) {
            throw Refusals.at(candidate.place(), refusal);
        }
    }
}
