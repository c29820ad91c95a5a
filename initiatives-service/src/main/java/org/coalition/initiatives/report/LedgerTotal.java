package org.coalition.initiatives.report;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.coalition.defaults.identity.Audience;
import org.coalition.initiatives.contribution.EntryKind;
import org.coalition.initiatives.contribution.Instrument;
import org.coalition.initiatives.contribution.Track;
import org.coalition.initiatives.initiative.Aspect;
import org.hibernate.annotations.Immutable;

/** What entries that stand together in all totals come to, kept by the database: with the names that they have there. */
@Entity
@Immutable
@Table(name = "ledger_total")
@SuppressWarnings("UnusedVariable") // Queries read them.
class LedgerTotal {
    @Id
    private long id;

    @Enumerated(EnumType.STRING)
    private Aspect aspect;

    @Embedded
    private Audience audience;

    private String party;

    @Enumerated(EnumType.STRING)
    private Track track;

    @Enumerated(EnumType.STRING)
    private Instrument instrument;

    private String currency;
    private String unit;

    @Enumerated(EnumType.STRING)
    private EntryKind kind;

    /** The first day of their month. */
    @Column(name = "value_date")
    private LocalDate valueDate;

    private BigDecimal amount;
    private long entries;

    /** In what is asked as of this time or later. */
    @Column(name = "counts_from")
    private Instant countsFrom;

    /** Whether some of them counted before that, by rows that are no more. */
    private boolean merged;

    protected LedgerTotal() {}
}
