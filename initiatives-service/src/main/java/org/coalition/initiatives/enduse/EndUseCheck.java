package org.coalition.initiatives.enduse;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.initiatives.delivery.Document;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * An inventory of articles by their serial numbers. An overseer of another party has seen them; or their holder reports them,
 * where no overseer can go, and an overseer verifies that.
 */
@Entity
@Table(name = "end_use_check")
public class EndUseCheck extends OfArticles {
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private List<ArticleResult> results;

    @Column(name = "checked_on", updatable = false)
    private LocalDate checkedOn;

    @Column(updatable = false)
    private String place;

    @Column(updatable = false)
    private String remark;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private Document document;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private CheckBasis basis;

    @Column(name = "recorded_by", updatable = false)
    private String recordedBy;

    @Column(updatable = false)
    private String person;

    @Enumerated(EnumType.STRING)
    private EndUseCheckStatus status;

    @Column(name = "status_reason")
    private String statusReason;

    @Column(name = "verified_by")
    private String verifiedBy;

    private String verifier;

    @Column(name = "verified_at")
    private Instant verifiedAt;

    /** The words of place and remark, kept by the database. */
    @Basic(fetch = FetchType.LAZY)
    @Column(insertable = false, updatable = false)
    @SuppressWarnings("UnusedVariable") // Queries search it.
    private String search;

    protected EndUseCheck() {}

    private EndUseCheck(UUID id, Batch batch, RecordEndUseCheck check, CheckBasis basis, Recorder by) {
        super(id, batch, by.at());
        results = List.copyOf(check.results());
        checkedOn = check.checkedOn();
        place = check.place();
        remark = check.remark();
        document = check.document();
        this.basis = basis;
        status = basis == CheckBasis.INSPECTION ? EndUseCheckStatus.VERIFIED : EndUseCheckStatus.REPORTED;
        recordedBy = by.party();
        person = by.person();
    }

    static Created<EndUseCheck> record(UUID id, Batch batch, RecordEndUseCheck check, Recorder by) {
        boolean byHolder = batch.holder().equals(by.party());
        if (!byHolder && !by.isOverseer()) {
            throw new NotAllowed(
                    "Their holder (%s) reports a check, or a military overseer of another party records one; your token"
                                    .formatted(batch.holder())
                            + " speaks for %s.".formatted(by.party()));
        }
        if (check.checkedOn().isBefore(batch.arrivedOn())) {
            throw new RuleViolated(
                    "/checkedOn", "before-arrival", "The articles arrived on %s.".formatted(batch.arrivedOn()));
        }
        if (check.checkedOn().isAfter(by.today())) {
            throw new RuleViolated("/checkedOn", "future", "That day is still to come.");
        }
        int articles = check.results().size();
        return new Created<>(
                new EndUseCheck(id, batch, check, byHolder ? CheckBasis.SELF_REPORT : CheckBasis.INSPECTION, by),
                byHolder ? new EndUseCheckEvent.Reported(articles) : new EndUseCheckEvent.Inspected(articles));
    }

    EndUseCheckEvent verify(Recorder by) {
        judge(EndUseCheckStatus.VERIFIED, "verify this check", null, by);
        return new EndUseCheckEvent.Verified(by.party());
    }

    EndUseCheckEvent reject(String reason, Recorder by) {
        judge(EndUseCheckStatus.REJECTED, "reject this check", reason, by);
        return new EndUseCheckEvent.Rejected(by.party(), reason);
    }

    private void judge(EndUseCheckStatus next, String what, String reason, Recorder by) {
        if (holder().equals(by.party()) || person.equals(by.person())) {
            throw new NotAllowed("%s has reported this check; a military overseer of another party judges it."
                    .formatted(recordedBy));
        }
        become(next, what, reason);
        verifiedBy = by.party();
        verifier = by.person();
        verifiedAt = by.at();
    }

    private void become(EndUseCheckStatus next, String what, String reason) {
        if (!status.next().contains(next)) {
            throw new IllegalTransition(what, status, status.next());
        }
        status = next;
        statusReason = reason;
    }

    List<ArticleResult> results() {
        return results;
    }

    LocalDate checkedOn() {
        return checkedOn;
    }

    String place() {
        return place;
    }

    String remark() {
        return remark;
    }

    Document document() {
        return document;
    }

    CheckBasis basis() {
        return basis;
    }

    String recordedBy() {
        return recordedBy;
    }

    EndUseCheckStatus status() {
        return status;
    }

    String statusReason() {
        return statusReason;
    }

    String person() {
        return person;
    }

    String verifier() {
        return verifier;
    }

    String verifiedBy() {
        return verifiedBy;
    }

    Instant verifiedAt() {
        return verifiedAt;
    }
}
