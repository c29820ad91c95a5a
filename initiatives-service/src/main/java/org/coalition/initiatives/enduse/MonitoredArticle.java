package org.coalition.initiatives.enduse;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** An article that has arrived, as the database works it out of what was said of it; queries read it, and nothing else does. */
@Entity
@Immutable
@Table(name = "article")
@SuppressWarnings("unused")
class MonitoredArticle {
    @Id
    private UUID id;

    @Column(name = "delivery_id")
    private UUID deliveryId;

    @Column(name = "contribution_id")
    private UUID contributionId;

    @Column(name = "initiative_id")
    private UUID initiativeId;

    private String party;
    private String recipient;
    private String holder;

    @Column(name = "serial_number")
    private String serialNumber;

    private String description;
    private BigDecimal value;
    private String currency;
    private boolean sensitive;

    @Column(name = "arrived_on")
    private LocalDate arrivedOn;

    @Enumerated(EnumType.STRING)
    private ArticleStatus status;

    @Enumerated(EnumType.STRING)
    @Column(name = "last_outcome")
    private CheckOutcome lastOutcome;

    @Column(name = "last_checked_on")
    private LocalDate lastCheckedOn;

    @Column(name = "due_on")
    private LocalDate dueOn;

    private boolean awaiting;

    protected MonitoredArticle() {}
}
