package org.coalition.initiatives.timeliness;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** By what to break timeliness down. */
public class Breakdown {
    @QueryParam("by")
    @DefaultValue("party")
    @Parameter(description = "Of party, recipient, track and initiative, with commas.")
    String by;

    Set<TimelinessKey> keys() {
        return TimelinessKey.parse(by);
    }

    /** A column for each key, in their order; empty for those that were not asked for. */
    static String select(Set<TimelinessKey> keys) {
        return Arrays.stream(TimelinessKey.values())
                .map(key -> keys.contains(key) ? key.hql() : "cast(null as String)")
                .collect(Collectors.joining(", "));
    }

    static String groupBy(Set<TimelinessKey> keys) {
        return keys.stream().map(TimelinessKey::hql).collect(Collectors.joining(", "));
    }
}
