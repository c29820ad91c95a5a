package org.coalition.initiatives.transfer;

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
import org.coalition.initiatives.enduse.Batch;
import org.coalition.initiatives.enduse.OfArticles;

/** Handing on articles to a third party. Their holder asks and does it; who gave them authorises it, or not. */
@Entity
@Table(name = "transfer")
public class Transfer extends OfArticles {
    @Column(name = "to_party", updatable = false)
    private String to;

    @Column(updatable = false)
    private String purpose;

    @Enumerated(EnumType.STRING)
    private TransferStatus status = TransferStatus.REQUESTED;

    @Column(name = "status_reason")
    private String statusReason;

    @Column(name = "authorised_at")
    private Instant authorisedAt;

    @Column(name = "transferred_on")
    private LocalDate transferredOn;

    @Column(name = "completed_at")
    private Instant completedAt;

    /** The words of the purpose, kept by the database. */
    @Basic(fetch = FetchType.LAZY)
    @Column(insertable = false, updatable = false)
    @SuppressWarnings("UnusedVariable") // Queries search it.
    private String search;

    protected Transfer() {}

    private Transfer(UUID id, Batch batch, RequestTransfer wanted, Instant now) {
        super(id, batch, now);
        to = wanted.to();
        purpose = wanted.purpose();
    }

    static Created<Transfer> request(UUID id, Batch batch, RequestTransfer wanted, String by, Instant now) {
        requireHolder(batch.holder(), by);
        if (wanted.to().equals(by)) {
            throw new RuleViolated("/to", "own-party", "Your own party holds them already.");
        }
        if (wanted.to().equals(batch.party())) {
            throw new RuleViolated("/to", "giver", "%s gave them; return them instead.".formatted(batch.party()));
        }
        return new Created<>(
                new Transfer(id, batch, wanted, now),
                new TransferEvent.Requested(wanted.to(), wanted.serialNumbers().size()));
    }

    TransferEvent authorise(String by, Instant now) {
        requireGiver(by);
        become(TransferStatus.AUTHORISED, "authorise this transfer", null);
        authorisedAt = now;
        return new TransferEvent.Authorised();
    }

    TransferEvent refuse(String reason, String by) {
        requireGiver(by);
        become(TransferStatus.REFUSED, "refuse this transfer", reason);
        return new TransferEvent.Refused(reason);
    }

    TransferEvent withdraw(String reason, String by) {
        requireHolder(by);
        become(TransferStatus.WITHDRAWN, "withdraw this transfer", reason);
        return new TransferEvent.Withdrawn(reason);
    }

    TransferEvent complete(LocalDate day, String by, Instant now) {
        requireHolder(by);
        become(TransferStatus.TRANSFERRED, "record this transfer", null);
        if (day.isBefore(day(authorisedAt))) {
            throw new RuleViolated(
                    "/transferredOn", "before-authorisation", "It was authorised on %s.".formatted(day(authorisedAt)));
        }
        if (day.isAfter(day(now))) {
            throw new RuleViolated("/transferredOn", "future", "That day is still to come.");
        }
        transferredOn = day;
        completedAt = now;
        return new TransferEvent.Transferred(to, day);
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private void become(TransferStatus next, String what, String reason) {
        if (!status.next().contains(next)) {
            throw new IllegalTransition(what, status, status.next());
        }
        status = next;
        statusReason = reason;
    }

    String to() {
        return to;
    }

    String purpose() {
        return purpose;
    }

    TransferStatus status() {
        return status;
    }

    String statusReason() {
        return statusReason;
    }

    Instant authorisedAt() {
        return authorisedAt;
    }

    LocalDate transferredOn() {
        return transferredOn;
    }
}
