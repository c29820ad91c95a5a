package org.coalition.initiatives.oversight;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.initiatives.finding.Findings;
import org.coalition.initiatives.review.Coverage;
import org.coalition.initiatives.review.ReviewSubject;
import org.coalition.initiatives.review.Reviews;
import org.coalition.initiatives.review.StandingCounts;

/** Counts by the database how reviews and findings stand, over the initiatives of which the caller may know. */
@Singleton
class Oversight {
    private static final int MOST_OWNERS = 300;
    private static final String COUNTS =
            "Reviews: the last one of each initiative, and of each contribution. Approved are those whose content as it is now"
                    + " both sides have signed off; voided those that were approved and have changed since. Open findings: not closed,"
                    + " by the days since they were raised; values questioned are added in each currency by itself. Only what"
                    + " you may know of is counted.";

    private final Reviews reviews;
    private final Findings findings;
    private final Clock clock;

    Oversight(Reviews reviews, Findings findings, Clock clock) {
        this.reviews = reviews;
        this.findings = findings;
        this.clock = clock;
    }

    OversightView of(OversightScope scope) {
        Instant now = clock.instant();
        Coverage coverage = reviews.coverage(scope.initiativeId);
        List<OpenFindings> byOwner = byOwner(scope, now);
        return new OversightView(
                now,
                COUNTS,
                standing(ReviewSubject.INITIATIVE, scope),
                coverage.running(),
                coverage.neverReviewed(),
                standing(ReviewSubject.CONTRIBUTION, scope),
                overall(scope, now),
                byOwner.size() <= MOST_OWNERS,
                byOwner.subList(0, Math.min(byOwner.size(), MOST_OWNERS)));
    }

    private ReviewStanding standing(ReviewSubject subject, OversightScope scope) {
        return ReviewStanding.of(
                reviews.figures(StandingCounts.SELECT, scope.narrow(reviews.latest(subject)), StandingCounts.class),
                subject,
                scope);
    }

    private OpenFindings overall(OversightScope scope, Instant now) {
        return OpenFindings.of(
                findings.figures(FindingCounts.select("cast(null as String)"), open(scope, now), FindingCounts.class),
                findings.figures(
                        "cast(null as String), e.questionedCurrency, sum(e.questioned)",
                        "e.questionedCurrency",
                        questioned(scope),
                        Questioned.class),
                scope);
    }

    private List<OpenFindings> byOwner(OversightScope scope, Instant now) {
        Map<String, List<Questioned>> values = findings
                .figures(
                        "e.owner, e.questionedCurrency, sum(e.questioned)",
                        "e.owner, e.questionedCurrency",
                        questioned(scope),
                        Questioned.class)
                .stream()
                .collect(Collectors.groupingBy(Questioned::owner));
        return findings
                .figures(
                        FindingCounts.select("e.owner"),
                        "e.owner",
                        open(scope, now),
                        FindingCounts.class,
                        MOST_OWNERS + 1)
                .stream()
                .map(row -> OpenFindings.of(row, values.getOrDefault(row.owner(), List.of()), scope))
                .toList();
    }

    private Listing questioned(OversightScope scope) {
        return scope.narrow(findings.open()).and("e.questioned is not null");
    }

    private Listing open(OversightScope scope, Instant now) {
        return scope.narrow(findings.open())
                .with("today", now.atOffset(ZoneOffset.UTC).toLocalDate())
                .with("days30", now.minus(Duration.ofDays(30)))
                .with("days90", now.minus(Duration.ofDays(90)))
                .with("days180", now.minus(Duration.ofDays(180)));
    }
}
