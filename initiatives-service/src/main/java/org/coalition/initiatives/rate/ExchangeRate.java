package org.coalition.initiatives.rate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregate;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.problem.RuleViolated;

/** What one unit of a currency was worth in another one on a day. It never changes; a wrong one is followed by a correction. */
@Entity
@Table(name = "exchange_rate")
class ExchangeRate extends Aggregate {
    private String base;
    private String quote;
    private BigDecimal rate;
    private LocalDate day;
    private String source;
    private int number;
    private String reason;

    /** The two codes in alphabetical order, so that a pair is found whichever way it is quoted. */
    @Column(insertable = false, updatable = false)
    private String lower;

    @Column(insertable = false, updatable = false)
    private String upper;

    protected ExchangeRate() {}

    private ExchangeRate(UUID id, RecordRate record, int number, Instant at) {
        super(id, at);
        base = record.base();
        quote = record.quote();
        rate = record.rate();
        day = record.on();
        source = record.source();
        reason = record.reason();
        this.number = number;
    }

    /**
     * Records a rate.
     *
     * @param last the last one of the same pair on the same day, which this one corrects; null if there is none
     */
    static Created<ExchangeRate> record(UUID id, RecordRate record, ExchangeRate last, Instant now) {
        if (record.on().isAfter(LocalDate.ofInstant(now, ZoneOffset.MAX))) {
            throw new RuleViolated("/on", "still-to-come", "A rate is of a day that has come.");
        }
        if (last == null) {
            if (record.reason() != null) {
                throw new RuleViolated(
                        "/reason", "no-correction", "There is no rate of this pair on that day; leave the reason out.");
            }
            return new Created<>(new ExchangeRate(id, record, 1, now), new ExchangeRateEvent.Recorded());
        }
        if (record.reason() == null) {
            throw new RuleViolated(
                    "/reason",
                    "correction-without-reason",
                    "There is a rate of this pair on that day, see /v1/exchange-rates/%s: say why it is corrected."
                            .formatted(last.id()));
        }
        return new Created<>(
                new ExchangeRate(id, record, last.number + 1, last.before(now)),
                new ExchangeRateEvent.Corrected(last.id(), record.reason()));
    }

    /** A correction is recorded later than what it corrects, even if the clock was put back. */
    private Instant before(Instant now) {
        return now.isAfter(createdAt()) ? now : createdAt().plus(1, ChronoUnit.MICROS);
    }

    String base() {
        return base;
    }

    String quote() {
        return quote;
    }

    BigDecimal rate() {
        return rate;
    }

    LocalDate day() {
        return day;
    }

    String source() {
        return source;
    }

    int number() {
        return number;
    }

    String reason() {
        return reason;
    }

    String lower() {
        return lower;
    }

    String upper() {
        return upper;
    }
}
