package org.coalition.initiatives.reconciliation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The figures of a line as the database computes them; queries read them, and nothing else does. */
@Entity
@Immutable
@Table(name = "reconciliation_line")
@SuppressWarnings("unused")
class ReconciliationLine {
    @Id
    private UUID id;

    @Column(name = "initiative_id")
    private UUID initiativeId;

    private Long version;
    private String party;
    private String currency;
    private String unit;

    private BigDecimal given;
    private BigDecimal received;
    private Instant since;

    @Enumerated(EnumType.STRING)
    private ReconciliationStatus status;

    private BigDecimal agreed;

    @Column(name = "disputed_by")
    private String disputedBy;

    private String grounds;
    private boolean stands;

    @Enumerated(EnumType.STRING)
    private ReconciliationStatus said;

    protected ReconciliationLine() {}
}
