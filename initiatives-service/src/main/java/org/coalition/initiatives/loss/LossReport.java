package org.coalition.initiatives.loss;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.initiatives.delivery.Document;
import org.coalition.initiatives.enduse.Batch;
import org.coalition.initiatives.enduse.OfArticles;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** That articles are no longer with who held them. Their holder reports it, who gave them says whether it takes note. */
@Entity
@Table(name = "loss_report")
public class LossReport extends OfArticles {
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private LossKind kind;

    @Column(name = "lost_on", updatable = false)
    private LocalDate lostOn;

    @Column(updatable = false)
    private String circumstances;

    @Column(updatable = false)
    private String measures;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private Document document;

    @Enumerated(EnumType.STRING)
    private LossStatus status = LossStatus.REPORTED;

    @Column(name = "status_reason")
    private String statusReason;

    /** The words of circumstances and measures, kept by the database. */
    @Basic(fetch = FetchType.LAZY)
    @Column(insertable = false, updatable = false)
    @SuppressWarnings("UnusedVariable") // Queries search it.
    private String search;

    protected LossReport() {}

    private LossReport(UUID id, Batch batch, ReportLoss report, Instant now) {
        super(id, batch, now);
        kind = report.kind();
        lostOn = report.lostOn();
        circumstances = report.circumstances();
        measures = report.measures();
        document = report.document();
    }

    static Created<LossReport> file(UUID id, Batch batch, ReportLoss report, String by, Instant now) {
        requireHolder(batch.holder(), by);
        if (report.lostOn().isBefore(batch.arrivedOn())) {
            throw new RuleViolated(
                    "/lostOn", "before-arrival", "The articles arrived on %s.".formatted(batch.arrivedOn()));
        }
        if (report.lostOn().isAfter(now.atOffset(ZoneOffset.UTC).toLocalDate())) {
            throw new RuleViolated("/lostOn", "future", "That day is still to come.");
        }
        return new Created<>(
                new LossReport(id, batch, report, now),
                new LossReportEvent.Filed(report.kind(), report.serialNumbers().size()));
    }

    LossReportEvent acknowledge(String by) {
        requireGiver(by);
        become(LossStatus.ACKNOWLEDGED, "acknowledge this loss", null);
        return new LossReportEvent.Acknowledged();
    }

    LossReportEvent dispute(String reason, String by) {
        requireGiver(by);
        become(LossStatus.DISPUTED, "dispute this loss", reason);
        return new LossReportEvent.Disputed(reason);
    }

    LossReportEvent withdraw(String reason, String by) {
        requireHolder(by);
        become(LossStatus.WITHDRAWN, "withdraw this report", reason);
        return new LossReportEvent.Withdrawn(reason);
    }

    LossReportEvent recover(String reason, String by) {
        requireHolder(by);
        become(LossStatus.RECOVERED, "report that these articles were found", reason);
        return new LossReportEvent.Recovered(reason);
    }

    private void become(LossStatus next, String what, String reason) {
        if (!status.next().contains(next)) {
            throw new IllegalTransition(what, status, status.next());
        }
        status = next;
        statusReason = reason;
    }

    LossKind kind() {
        return kind;
    }

    LocalDate lostOn() {
        return lostOn;
    }

    String circumstances() {
        return circumstances;
    }

    String measures() {
        return measures;
    }

    Document document() {
        return document;
    }

    LossStatus status() {
        return status;
    }

    String statusReason() {
        return statusReason;
    }
}
