package org.coalition.initiatives.contribution;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** An entry of a contribution's ledger. It never changes; a wrong one is reversed by another. */
@Entity
@Immutable
@Table(name = "ledger_entry")
class LedgerEntry {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "contribution_id")
    private Contribution contribution;

    private int number;

    @Enumerated(EnumType.STRING)
    private EntryKind kind;

    private BigDecimal amount;

    @Column(name = "value_date")
    private LocalDate valueDate;

    @Column(name = "agreement_ref")
    private String agreementRef;

    private UUID reverses;
    private String reason;

    @Column(name = "exception_reason")
    private String exceptionReason;

    @Column(name = "carried_from")
    private UUID carriedFrom;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    protected LedgerEntry() {}

    /** An entry as it is posted. */
    LedgerEntry(Contribution contribution, Balance before, EntryTerms terms, Recording recording) {
        this(contribution, before, terms.kind(), terms.amount(), recording);
        valueDate = terms.valueDate();
        agreementRef = terms.agreementRef();
        exceptionReason = terms.exceptionReason();
    }

    /** The entry that takes another one back. */
    LedgerEntry(Balance before, LedgerEntry reversed, String reason, Recording recording) {
        this(reversed.contribution, before, reversed.kind, reversed.amount.negate(), recording);
        valueDate = reversed.valueDate;
        agreementRef = reversed.agreementRef;
        reverses = reversed.id;
        this.reason = reason;
    }

    /** What a part of a split line has of an entry. */
    LedgerEntry(Contribution part, Balance before, Share share, Recording recording) {
        this(part, before, share.terms(), recording);
        carriedFrom = share.source().id;
    }

    private LedgerEntry(
            Contribution contribution, Balance before, EntryKind kind, BigDecimal amount, Recording recording) {
        this.contribution = contribution;
        number = before.nextNumber();
        this.kind = kind;
        this.amount = amount;
        id = recording.id();
        recordedAt = before.notBeforeLast(recording.at());
        recordedBy = recording.by();
    }

    UUID id() {
        return id;
    }

    Contribution contribution() {
        return contribution;
    }

    int number() {
        return number;
    }

    EntryKind kind() {
        return kind;
    }

    /** In the currency or unit of the contribution; negative in a reversal. */
    BigDecimal amount() {
        return amount;
    }

    LocalDate valueDate() {
        return valueDate;
    }

    String agreementRef() {
        return agreementRef;
    }

    UUID reverses() {
        return reverses;
    }

    String reason() {
        return reason;
    }

    String exceptionReason() {
        return exceptionReason;
    }

    UUID carriedFrom() {
        return carriedFrom;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    String recordedBy() {
        return recordedBy;
    }
}
