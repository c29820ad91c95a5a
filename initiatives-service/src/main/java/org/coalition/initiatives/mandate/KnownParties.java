package org.coalition.initiatives.mandate;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.coalition.defaults.inbox.Copy;
import org.coalition.defaults.inbox.ReadCopy;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.defaults.problem.RuleViolated;

/** The registered parties, as far as they have been announced here. */
@Singleton
public class KnownParties {
    private final ReadCopy copies;

    KnownParties(ReadCopy copies) {
        this.copies = copies;
    }

    /**
     * Checks references to parties, all at once.
     *
     * @param references code by the JSON Pointer where it stands
     * @throws RuleViolated 422 naming each that is not registered
     */
    public void requireKnown(Map<String, String> references) {
        Map<String, Copy> known = copies.find(
                references.values().stream().distinct().map(KnownParties::path).toList());
        List<Fault> unknown = references.entrySet().stream()
                .filter(reference -> !known.containsKey(path(reference.getValue())))
                .map(reference -> Fault.at(
                        reference.getKey(),
                        "unknown-party",
                        "There is no party %s; see /v1/parties.".formatted(reference.getValue())))
                .toList();
        if (!unknown.isEmpty()) {
            throw new RuleViolated(unknown);
        }
    }

    /** Those of these codes that are a registered party's. */
    public Set<String> among(Collection<String> codes) {
        Map<String, Copy> known =
                copies.find(codes.stream().distinct().map(KnownParties::path).toList());
        return codes.stream().filter(code -> known.containsKey(path(code))).collect(Collectors.toSet());
    }

    private static String path(String code) {
        return "/v1/parties/" + code;
    }
}
