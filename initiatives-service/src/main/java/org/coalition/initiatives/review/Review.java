package org.coalition.initiatives.review;

import jakarta.persistence.Basic;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregate;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.initiatives.contribution.Contribution;
import org.coalition.initiatives.initiative.Initiative;
import org.hibernate.annotations.BatchSize;

/**
 * The review of an initiative or a contribution. Two persons of two parties, neither of them the submitter's, agree to one and
 * the same content: what they have signed is named by its hash, and says nothing of any other.
 */
@Entity
@Table(name = "review")
public class Review extends Aggregate {
    @Column(name = "initiative_id", updatable = false)
    private UUID initiativeId;

    @Column(name = "contribution_id", updatable = false)
    private UUID contributionId;

    @Column(updatable = false)
    private String party;

    @Column(name = "submitted_by", updatable = false)
    private String submittedBy;

    @Column(updatable = false)
    private String remark;

    @Enumerated(EnumType.STRING)
    private ReviewStatus status = ReviewStatus.SUBMITTED;

    @Column(name = "status_reason")
    private String statusReason;

    @Column(name = "approved_hash")
    private String approvedHash;

    @Column(name = "approved_at")
    private Instant approvedAt;

    @Column(name = "void_announced_for")
    private String voidAnnouncedFor;

    @OneToMany(mappedBy = "review", cascade = CascadeType.PERSIST)
    @OrderBy("signedAt, id")
    @BatchSize(size = 201)
    private List<Signature> signatures = new ArrayList<>();

    /** The words of the remark, kept by the database. */
    @Basic(fetch = FetchType.LAZY)
    @Column(insertable = false, updatable = false)
    @SuppressWarnings("UnusedVariable") // Queries search it.
    private String search;

    protected Review() {}

    private Review(UUID id, UUID initiative, UUID contribution, Submission submission) {
        super(id, submission.at());
        initiativeId = initiative;
        contributionId = contribution;
        party = submission.party();
        submittedBy = submission.person();
        remark = submission.wanted().remark();
    }

    static Created<Review> of(UUID id, Initiative initiative, Submission submission) {
        initiative.requireLedBy(submission.party());
        initiative.requireRunning("submit this initiative for review");
        return created(new Review(id, initiative.id(), null, submission), submission);
    }

    static Created<Review> of(UUID id, Contribution line, Initiative initiative, Submission submission) {
        if (!line.party().equals(submission.party())) {
            throw new NotAllowed("Only %s may do this, whose contribution it is; your token speaks for %s."
                    .formatted(line.party(), submission.party()));
        }
        initiative.requireRunning("submit this contribution for review");
        return created(new Review(id, initiative.id(), line.id(), submission), submission);
    }

    private static Created<Review> created(Review review, Submission submission) {
        return new Created<>(review, new ReviewEvent.Submitted(submission.contentHash()));
    }

    /** @param hash of the content as it is, which stays so until the sign-off is recorded */
    ReviewEvent sign(SignOff said, String hash, Initiative initiative, Reviewer by) {
        requireIndependent(said.side(), initiative, by);
        if (!said.contentHash().equals(hash)) {
            throw new Conflict("The content has changed since it had that hash; read /v1/reviews/%s/content again."
                    .formatted(id()));
        }
        ReviewStatus next = after(said, hash);
        boolean oneMoreOnAnother = status == ReviewStatus.IN_REVIEW && next == ReviewStatus.IN_REVIEW;
        if (!oneMoreOnAnother) {
            become(next, "sign this review off", next == ReviewStatus.RETURNED ? said.grounds() : null);
        }
        if (next == ReviewStatus.APPROVED) {
            approvedHash = hash;
            approvedAt = by.at();
        }
        signatures.add(new Signature(this, said, by));
        return switch (next) {
            case APPROVED -> new ReviewEvent.Approved(said.side(), by.party(), hash);
            case RETURNED -> new ReviewEvent.Returned(said.side(), by.party(), hash, said.grounds());
            default -> new ReviewEvent.SignedOff(said.side(), by.party(), hash);
        };
    }

    /** Where a sign-off leads; the sign-offs of another content count for nothing. */
    private ReviewStatus after(SignOff said, String hash) {
        if (!status.isOpen()) {
            throw new IllegalTransition("sign this review off", status, status.next());
        }
        List<Signature> standing =
                signatures.stream().filter(signature -> signature.isOf(hash)).toList();
        if (standing.stream().anyMatch(signature -> signature.side() == said.side())) {
            throw new Conflict(
                    "The %s side has signed this content off; the other side is still to come.".formatted(said.side()));
        }
        if (said.verdict() == Verdict.REFUSED) {
            if (said.grounds() == null) {
                throw new RuleViolated("/grounds", "required", "Say on what grounds it is refused.");
            }
            return ReviewStatus.RETURNED;
        }
        return standing.isEmpty() ? ReviewStatus.IN_REVIEW : ReviewStatus.APPROVED;
    }

    private void requireIndependent(Side side, Initiative initiative, Reviewer by) {
        if (!by.roles().contains(side.role())) {
            throw new NotAllowed("The %s side is signed off with the role %s.".formatted(side, side.role()));
        }
        if (by.party().equals(party) || by.person().equals(submittedBy)) {
            throw new NotAllowed("%s has submitted this review; another party signs it off.".formatted(party));
        }
        if (contributionId == null && initiative.isLedBy(by.party())) {
            throw new NotAllowed("%s runs this initiative; a party that does not signs it off.".formatted(by.party()));
        }
        if (signatures.stream()
                .anyMatch(signature -> signature.side() != side
                        && (signature.party().equals(by.party())
                                || signature.person().equals(by.person())))) {
            throw new NotAllowed(
                    "Your party or you yourself have signed the other side; another person of another party signs this one.");
        }
    }

    ReviewEvent withdraw(String reason, String by) {
        if (!party.equals(by)) {
            throw new NotAllowed(
                    "Only %s may do this, who has submitted it; your token speaks for %s.".formatted(party, by));
        }
        become(ReviewStatus.WITHDRAWN, "withdraw this review", reason);
        return new ReviewEvent.Withdrawn(reason);
    }

    /** Announces that the content is no longer the one that was approved; once for each other content. */
    ReviewEvent announceVoid(String hash) {
        if (status(hash) == ReviewStatus.VOIDED) {
            voidAnnouncedFor = hash;
        }
        return new ReviewEvent.Voided(approvedHash, hash);
    }

    /** @param hash of the content as it is */
    ReviewStatus status(String hash) {
        return status == ReviewStatus.APPROVED && !approvedHash.equals(hash) ? ReviewStatus.VOIDED : status;
    }

    private void become(ReviewStatus next, String what, String reason) {
        if (!status.next().contains(next)) {
            throw new IllegalTransition(what, status, status.next());
        }
        status = next;
        statusReason = reason;
    }

    @Override
    public UUID streamId() {
        return initiativeId;
    }

    public UUID initiativeId() {
        return initiativeId;
    }

    /** Null if the initiative itself is reviewed. */
    public UUID contributionId() {
        return contributionId;
    }

    public String party() {
        return party;
    }

    String submittedBy() {
        return submittedBy;
    }

    String remark() {
        return remark;
    }

    String statusReason() {
        return statusReason;
    }

    String approvedHash() {
        return approvedHash;
    }

    Instant approvedAt() {
        return approvedAt;
    }

    List<Signature> signatures() {
        return signatures;
    }
}
