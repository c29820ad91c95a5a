package org.coalition.initiatives.review;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.initiatives.contribution.Contribution;
import org.coalition.initiatives.contribution.Contributions;
import org.coalition.initiatives.initiative.Initiative;
import org.coalition.initiatives.initiative.Initiatives;

/** The reviews within the initiatives that a caller may know of. */
@Singleton
public class Reviews extends Aggregates<Review, ReviewView> {
    private final Initiatives initiatives;
    private final Contributions contributions;
    private final Contents contents;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    Reviews(
            Door door,
            Initiatives initiatives,
            Contributions contributions,
            Contents contents,
            Caller caller,
            Ids ids,
            Clock clock) {
        super(
                door,
                "review",
                Review.class,
                review -> ReviewView.of(review, contents.hash(review.initiativeId(), review.contributionId())));
        this.initiatives = initiatives;
        this.contributions = contributions;
        this.contents = contents;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    protected Audience audience(Review review) {
        return initiatives.audienceOf(review.initiativeId());
    }

    @Override
    protected Listing listingInSight() {
        return visible();
    }

    @Override
    protected List<ReviewView> views(List<Review> reviews) {
        List<UUID> ids = reviews.stream().map(Review::id).toList();
        return rows(
                        Standing.SELECT,
                        Listing.from("Review e").and("e.id in :ids", "ids", ids),
                        Standing.class,
                        ids.size() + 1)
                .stream()
                .map(Standing::view)
                .toList();
    }

    @Override
    protected List<Review> belongingTo(UUID initiative) {
        return list("initiativeId", initiative);
    }

    /** What is reviewed stays as it is, too, so that nobody signs what has just become another. */
    @Override
    protected void holdRootOf(UUID review) {
        reference(review, "initiativeId").ifPresent(initiatives::hold);
        reference(review, "contributionId").ifPresent(contributions::hold);
    }

    ReviewView submitInitiative(UUID id, SubmitReview wanted) {
        return create(() -> {
            Initiative initiative = initiatives.heldAlone(id);
            Submission submission = submission(wanted, id, null);
            requireNone(id);
            return Review.of(ids.next(), initiative, submission);
        });
    }

    ReviewView submitContribution(UUID id, SubmitReview wanted) {
        return create(() -> {
            Contribution line = contributions.heldAlone(id);
            Initiative initiative = initiatives.held(line.initiativeId());
            Submission submission = submission(wanted, initiative.id(), id);
            requireNone(id);
            return Review.of(ids.next(), line, initiative, submission);
        });
    }

    private Submission submission(SubmitReview wanted, UUID initiative, UUID line) {
        return new Submission(
                wanted, caller.party(), caller.subject(), contents.hash(initiative, line), clock.instant());
    }

    /** There is no second review of what is under review, or is approved as it stands. */
    private void requireNone(UUID subject) {
        Listing same = Listing.from("Review e")
                .and("coalesce(e.contributionId, e.initiativeId) = :subject", "subject", subject)
                .and("e.status in (SUBMITTED, IN_REVIEW) or (%s)".formatted(Standing.is(ReviewStatus.APPROVED)));
        rows(Standing.SELECT, same, Standing.class, 1).forEach(found -> {
            throw new Conflict("It is under review or approved already, see %s."
                    .formatted(found.view().path()));
        });
    }

    /** The row lock puts the two sides in order; the hash that each names is its precondition. */
    ReviewView sign(UUID id, SignOff said) {
        return change(
                id,
                IfMatch.ANY,
                review -> review.sign(
                        said,
                        contents.hash(review.initiativeId(), review.contributionId()),
                        initiatives.findById(review.initiativeId()),
                        new Reviewer(ids.next(), caller.party(), caller.subject(), caller.roles(), clock.instant())));
    }

    ReviewedContent content(UUID id) {
        Review review = requireVisible(id);
        return ReviewedContent.of(id, contents.canonical(review.initiativeId(), review.contributionId()));
    }

    Page<ReviewView> list(ReviewFilter filter, PageQuery query) {
        return page(
                Standing.SELECT,
                filter.narrow(visible()),
                query,
                Standing.class,
                row -> row.review().id(),
                Standing::view);
    }

    /** A listing of the reviews {@code e} that the caller may know of, with their initiatives {@code i}. */
    public Listing visible() {
        return Initiatives.listingWithin("Review e", caller);
    }

    /** The same, of those that are the last one of their initiative or contribution. */
    public Listing latest(ReviewSubject subject) {
        return visible().and(subject.condition()).and(Standing.LATEST);
    }

    /** Over the initiatives of which the caller may know; of one of them if the id is not null. */
    public Coverage coverage(UUID initiative) {
        return figures(
                Coverage.SELECT,
                Listing.from("Initiative e")
                        .visible(Audience.hql("e.audience"), caller)
                        .and("e.status not in (CLOSED, CANCELLED)")
                        .and("e.id = :id", "id", initiative),
                Coverage.class);
    }

    /** The reviews within these initiatives, of which the caller may know; in the order of creation. */
    public List<Review> of(Collection<UUID> initiatives, int most) {
        return find("initiativeId in ?1 order by id", initiatives)
                .range(0, most - 1)
                .list();
    }

    /** A review that the caller may know of; null if there is none. */
    public Review visibleOrNull(UUID id) {
        return isVisible(id) ? findById(id) : null;
    }

    /** Those whose approval has become void by a content of which that was not announced; at most a hundred, the oldest first. */
    List<UUID> toAnnounce() {
        Listing voided = Listing.from("Review e")
                .and(Standing.is(ReviewStatus.VOIDED))
                .and("e.voidAnnouncedFor is distinct from " + Standing.HASH)
                // Of the others the content need not be looked at. A minute, as two instances may have two clocks.
                .and(
                        "exists (select 1 from Initiative i where i.id = e.initiativeId and i.updatedAt > e.updatedAt - 1 minute)"
                                + " or exists (select 1 from Contribution c where c.id = e.contributionId"
                                + " and c.updatedAt > e.updatedAt - 1 minute)");
        return rows(Standing.SELECT, voided, Standing.class, 100).stream()
                .map(row -> row.review().id())
                .toList();
    }

    /** Announces that an approval is void; does nothing if it is not, or if that was announced already. */
    @CanIgnoreReturnValue
    ReviewView announceVoid(UUID id) {
        return settle(id, review -> review.announceVoid(contents.hash(review.initiativeId(), review.contributionId())));
    }
}
