package org.coalition.initiatives.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.initiatives.initiative.Initiative;
import org.coalition.initiatives.initiative.Planned;
import org.junit.jupiter.api.Test;

/** GB submits, DE and FR review. */
class ReviewTest {
    private static final Instant NOW = Instant.parse("2026-01-12T10:00:00Z");
    private static final String OLD = "0".repeat(64);
    private static final String NEW = "1".repeat(64);
    private static final Set<String> BOTH = Set.of("overseer-military", "overseer-diplomatic");

    private final Initiative initiative = Planned.initiative();
    private final Review review =
            Review.of(UUID.randomUUID(), initiative, submission("GB")).aggregate();

    @Test
    void whoLeadsAnInitiativeThatGoesOnSubmitsIt() {
        assertThrows(NotAllowed.class, () -> assertNotNull(Review.of(UUID.randomUUID(), initiative, submission("FR"))));
        assertThrows(
                IllegalTransition.class,
                () -> assertNotNull(Review.of(UUID.randomUUID(), Planned.closed(), submission("GB"))));
    }

    @Test
    void twoSidesAgreeToOneContent() {
        assertInstanceOf(ReviewEvent.SignedOff.class, sign(Side.DIPLOMATIC, OLD, "FR", "y"));
        assertEquals(ReviewStatus.IN_REVIEW, review.status(OLD));
        assertInstanceOf(ReviewEvent.Approved.class, sign(Side.MILITARY, OLD, "DE", "x"));
        assertEquals(ReviewStatus.APPROVED, review.status(OLD));
        assertEquals(ReviewStatus.VOIDED, review.status(NEW));
        assertThrows(IllegalTransition.class, () -> assertNotNull(sign(Side.MILITARY, OLD, "US", "z")));
        assertThrows(IllegalTransition.class, () -> assertNotNull(review.withdraw("x", "GB")));
    }

    @Test
    void aSignOffOfAnotherContentCountsForNothing() {
        assertNotNull(sign(Side.MILITARY, OLD, "DE", "x"));
        assertInstanceOf(ReviewEvent.SignedOff.class, sign(Side.DIPLOMATIC, NEW, "FR", "y"));
        assertEquals(ReviewStatus.IN_REVIEW, review.status(NEW));
        assertNull(review.approvedHash());
        assertInstanceOf(ReviewEvent.Approved.class, sign(Side.MILITARY, NEW, "DE", "x"));
        assertEquals(NEW, review.approvedHash());
    }

    @Test
    void whatWasNotReadIsNotSigned() {
        assertThrows(
                Conflict.class,
                () -> assertNotNull(
                        review.sign(said(Side.MILITARY, Verdict.AGREED, OLD), NEW, initiative, by("DE", "x"))));
        assertNotNull(sign(Side.MILITARY, OLD, "DE", "x"));
        assertThrows(Conflict.class, () -> assertNotNull(sign(Side.MILITARY, OLD, "US", "z")));
    }

    @Test
    void oneRefusalIsEnoughAndHasGrounds() {
        assertThrows(
                RuleViolated.class,
                () -> assertNotNull(review.sign(
                        new SignOff(Side.MILITARY, Verdict.REFUSED, OLD, null), OLD, initiative, by("DE", "x"))));
        assertInstanceOf(
                ReviewEvent.Returned.class,
                review.sign(said(Side.MILITARY, Verdict.REFUSED, OLD), OLD, initiative, by("DE", "x")));
        assertEquals("grounds", review.statusReason());
        assertThrows(IllegalTransition.class, () -> assertNotNull(sign(Side.DIPLOMATIC, OLD, "FR", "y")));
    }

    @Test
    void reviewersAreTwoOfTwoOtherParties() {
        assertThrows(NotAllowed.class, () -> assertNotNull(sign(Side.MILITARY, OLD, "GB", "x")));
        assertThrows(NotAllowed.class, () -> assertNotNull(sign(Side.MILITARY, OLD, "DE", "gb-clerk")));
        assertThrows(
                NotAllowed.class,
                () -> assertNotNull(review.sign(
                        said(Side.MILITARY, Verdict.AGREED, OLD),
                        OLD,
                        initiative,
                        new Reviewer(UUID.randomUUID(), "DE", "x", Set.of("overseer-diplomatic"), NOW))));
        assertNotNull(sign(Side.MILITARY, OLD, "DE", "x"));
        for (String hash : new String[] {OLD, NEW}) {
            assertThrows(NotAllowed.class, () -> assertNotNull(sign(Side.DIPLOMATIC, hash, "DE", "y")));
            assertThrows(NotAllowed.class, () -> assertNotNull(sign(Side.DIPLOMATIC, hash, "FR", "x")));
        }
    }

    private ReviewEvent sign(Side side, String hash, String party, String person) {
        return review.sign(said(side, Verdict.AGREED, hash), hash, initiative, by(party, person));
    }

    private static SignOff said(Side side, Verdict verdict, String hash) {
        return new SignOff(side, verdict, hash, "grounds");
    }

    private static Reviewer by(String party, String person) {
        return new Reviewer(UUID.randomUUID(), party, person, BOTH, NOW);
    }

    private static Submission submission(String party) {
        return new Submission(new SubmitReview(null), party, "gb-clerk", OLD, NOW);
    }
}
