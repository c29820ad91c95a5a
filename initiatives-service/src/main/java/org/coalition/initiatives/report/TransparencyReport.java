package org.coalition.initiatives.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregate;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.problem.RuleViolated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What the public was told of a quarter. An edition never changes; a further one says why it is there. */
@Entity
@Table(name = "transparency_report")
class TransparencyReport extends Aggregate {
    private String quarter;
    private int edition;
    private String reason;

    @Column(name = "as_of")
    private Instant asOf;

    @JdbcTypeCode(SqlTypes.JSON)
    private Snapshot snapshot;

    @Column(name = "published_by")
    private String publishedBy;

    protected TransparencyReport() {}

    private TransparencyReport(
            UUID id,
            PublishTransparencyReport wanted,
            int edition,
            Instant asOf,
            Snapshot snapshot,
            String by,
            Instant now) {
        super(id, now);
        quarter = wanted.quarter();
        reason = wanted.reason();
        this.edition = edition;
        this.asOf = asOf;
        this.snapshot = snapshot;
        publishedBy = by;
    }

    /** @param last the number of the last edition; 0 if there is none */
    static Created<TransparencyReport> publish(
            UUID id,
            PublishTransparencyReport wanted,
            int last,
            Instant asOf,
            Snapshot snapshot,
            String by,
            Instant now) {
        if (last == 0 && wanted.reason() != null) {
            throw new RuleViolated(
                    "/reason", "first-edition", "There is no edition of this quarter yet; leave the reason out.");
        }
        if (last > 0 && wanted.reason() == null) {
            throw new RuleViolated(
                    "/reason",
                    "edition-without-reason",
                    "Edition %d of this quarter is published: say why there is to be another one.".formatted(last));
        }
        return new Created<>(
                new TransparencyReport(id, wanted, last + 1, asOf, snapshot, by, now),
                last == 0
                        ? new TransparencyReportEvent.Published()
                        : new TransparencyReportEvent.Reissued(wanted.reason()));
    }

    String quarter() {
        return quarter;
    }

    int edition() {
        return edition;
    }

    String reason() {
        return reason;
    }

    Instant asOf() {
        return asOf;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    String publishedBy() {
        return publishedBy;
    }
}
