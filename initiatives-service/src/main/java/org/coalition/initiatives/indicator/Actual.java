package org.coalition.initiatives.indicator;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
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

/** What was measured on a day. It never changes; a wrong one is followed by another. */
@Entity
@Immutable
@Table(name = "indicator_actual")
class Actual {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "indicator_id")
    private Indicator indicator;

    private int number;
    private BigDecimal value;

    @Column(name = "measured_on")
    private LocalDate measuredOn;

    private String source;
    private String reason;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    protected Actual() {}

    Actual(Indicator indicator, int number, RecordActual measured, Recording recording) {
        this.indicator = indicator;
        this.number = number;
        id = recording.id();
        value = measured.value();
        measuredOn = measured.measuredOn();
        source = measured.source();
        reason = measured.reason();
        recordedAt = recording.at();
        recordedBy = recording.by();
    }

    UUID id() {
        return id;
    }

    Indicator indicator() {
        return indicator;
    }

    int number() {
        return number;
    }

    BigDecimal value() {
        return value;
    }

    LocalDate measuredOn() {
        return measuredOn;
    }

    String source() {
        return source;
    }

    String reason() {
        return reason;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    String recordedBy() {
        return recordedBy;
    }
}
