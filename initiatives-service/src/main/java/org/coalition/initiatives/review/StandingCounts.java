package org.coalition.initiatives.review;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How reviews stand, as the database counts them. */
public record StandingCounts(Long reviewed, Long approved, Long awaiting, Long returned, Long voided, Long withdrawn) {

    /** The columns of a row, over a review {@code e}. */
    public static final String SELECT = "count(e), "
            + Stream.of(
                            Standing.is(ReviewStatus.APPROVED),
                            "e.status in (SUBMITTED, IN_REVIEW)",
                            Standing.is(ReviewStatus.RETURNED),
                            Standing.is(ReviewStatus.VOIDED),
                            Standing.is(ReviewStatus.WITHDRAWN))
                    .map(state -> "coalesce(sum(case when %s then 1 else 0 end), 0)".formatted(state))
                    .collect(Collectors.joining(", "));
}
