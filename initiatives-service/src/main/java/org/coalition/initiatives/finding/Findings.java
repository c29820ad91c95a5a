package org.coalition.initiatives.finding;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.initiatives.contribution.Contributions;
import org.coalition.initiatives.initiative.Initiatives;
import org.coalition.initiatives.mandate.KnownParties;
import org.coalition.initiatives.review.Review;
import org.coalition.initiatives.review.Reviews;

/** The findings on the initiatives that a caller may know of, and on what belongs to these. */
@Singleton
public class Findings extends Aggregates<Finding, FindingView> {
    /** Whether a finding {@code e} is not closed by {@code :today}, although it was due. */
    static final String OVERDUE = "e.status in (OPEN_UNRESOLVED, OPEN_RESOLVED) and e.dueOn < :today";

    private final Initiatives initiatives;
    private final Contributions contributions;
    private final Reviews reviews;
    private final KnownParties parties;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    Findings(
            Door door,
            Initiatives initiatives,
            Contributions contributions,
            Reviews reviews,
            KnownParties parties,
            Caller caller,
            Ids ids,
            Clock clock) {
        super(door, "finding", Finding.class, finding -> FindingView.of(finding, clock.instant()));
        this.initiatives = initiatives;
        this.contributions = contributions;
        this.reviews = reviews;
        this.parties = parties;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    protected Audience audience(Finding finding) {
        return initiatives.audienceOf(finding.initiativeId());
    }

    @Override
    protected Listing listingInSight() {
        return visible();
    }

    @Override
    protected List<Finding> belongingTo(UUID initiative) {
        return list("initiativeId", initiative);
    }

    @Override
    protected void holdRootOf(UUID finding) {
        reference(finding, "initiativeId").ifPresent(initiatives::hold);
    }

    FindingView raiseOnInitiative(UUID initiative, RaiseFinding raise) {
        return create(() -> {
            requireOwner(raise.owner(), initiatives.held(initiative).audience());
            return Finding.raise(
                    ids.next(),
                    new Subject(initiative, null, review(raise.reviewId(), initiative)),
                    raise,
                    caller.party(),
                    clock.instant());
        });
    }

    FindingView raiseOnContribution(UUID line, RaiseFinding raise) {
        return create(() -> {
            UUID initiative = contributions.held(line).initiativeId();
            requireOwner(raise.owner(), initiatives.held(initiative).audience());
            return Finding.raise(
                    ids.next(),
                    new Subject(initiative, line, review(raise.reviewId(), initiative)),
                    raise,
                    caller.party(),
                    clock.instant());
        });
    }

    /** The owner must be known, and must be able to read what it is to act on. */
    private void requireOwner(String owner, Audience audience) {
        parties.requireKnown(Map.of("/owner", owner));
        if (!audience.includes(owner)) {
            throw new RuleViolated(
                    "/owner", "not-in-audience", owner + " may not know of this initiative; name a party that may.");
        }
    }

    private UUID review(UUID id, UUID initiative) {
        if (id == null) {
            return null;
        }
        Review review = reviews.visibleOrNull(id);
        if (review == null || !review.initiativeId().equals(initiative)) {
            throw new RuleViolated(
                    "/reviewId", "unknown-review", "There is no review %s of this initiative.".formatted(id));
        }
        return id;
    }

    Page<FindingView> list(FindingFilter filter, PageQuery query) {
        Instant now = clock.instant();
        return page(filter.narrow(visible(), today(now)), query, finding -> FindingView.of(finding, now));
    }

    /** A listing of the findings {@code e} that the caller may know of, with their initiatives {@code i}. */
    public Listing visible() {
        return Initiatives.listingWithin("Finding e", caller);
    }

    /** The same, of those that are not closed. */
    public Listing open() {
        return visible().and("e.status in (OPEN_UNRESOLVED, OPEN_RESOLVED)");
    }

    /** A finding that the caller may know of; null if there is none. */
    public Finding visibleOrNull(UUID id) {
        return isVisible(id) ? findById(id) : null;
    }

    /**
     * The findings on these initiatives as a whole, on these contributions or out of these reviews, of which the caller may know;
     * in the order of creation.
     */
    public List<Finding> on(Collection<UUID> ids, int most) {
        return find(
                        "contributionId in ?1 or reviewId in ?1 or contributionId is null and initiativeId in ?1"
                                + " order by id",
                        ids)
                .range(0, most - 1)
                .list();
    }

    /** Those that are overdue and not announced for their due date; at most a hundred, the oldest first. */
    List<UUID> toAnnounce() {
        return find(
                        "status in (OPEN_UNRESOLVED, OPEN_RESOLVED) and dueOn < ?1"
                                + " and overdueAnnouncedFor is distinct from dueOn order by dueOn",
                        today(clock.instant()))
                .range(0, 99)
                .list()
                .stream()
                .map(Finding::id)
                .toList();
    }

    /** Announces that a finding has become overdue; does nothing if it has not, or if that was announced already. */
    @CanIgnoreReturnValue
    FindingView announceOverdue(UUID id) {
        return settle(id, finding -> finding.announceOverdue(clock.instant()));
    }

    private static LocalDate today(Instant now) {
        return now.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
