package org.coalition.initiatives.report;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** By what to break totals down. */
public class Breakdown {
    private static final String NONE = "cast(null as String)";

    @QueryParam("by")
    @Parameter(
            description =
                    "What to break down by: party, aspect, track, instrument, initiative, and one of year, quarter, month"
                            + " (of the value date); by default party,aspect.")
    String by;

    Set<TotalsKey> keys() {
        return by == null ? EnumSet.of(TotalsKey.PARTY, TotalsKey.ASPECT) : TotalsKey.parse(by);
    }

    /** A column for each key, and one for the period; null where it was not asked for. */
    static String select(Set<TotalsKey> keys, Basis basis) {
        return Stream.concat(
                        Arrays.stream(TotalsKey.values())
                                .filter(Predicate.not(TotalsKey.PERIODS::contains))
                                .map(key -> keys.contains(key) ? key.asText(basis) : NONE),
                        Stream.of(keys.stream()
                                .filter(TotalsKey.PERIODS::contains)
                                .map(key -> key.asText(basis))
                                .findFirst()
                                .orElse(NONE)))
                .collect(Collectors.joining(", "));
    }

    /** @param measure what amounts are kept in, which are never added over different ones */
    static String groupBy(Set<TotalsKey> keys, Basis basis, String measure) {
        return Stream.concat(keys.stream().map(key -> key.hql(basis)), Stream.of(measure))
                .collect(Collectors.joining(", "));
    }
}
