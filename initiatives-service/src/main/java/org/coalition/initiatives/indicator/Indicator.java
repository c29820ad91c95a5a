package org.coalition.initiatives.indicator;

import jakarta.persistence.Basic;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregate;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.initiatives.initiative.Initiative;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** How an expected outcome is measured. Actuals are only added; the last one of a period is the one that counts there. */
@Entity
@Table(name = "indicator")
public class Indicator extends Aggregate {
    @Column(name = "initiative_id", updatable = false)
    private UUID initiativeId;

    private String title;

    @Column(name = "expected_outcome")
    private String expectedOutcome;

    @Enumerated(EnumType.STRING)
    private Measure measure;

    private String unit;
    private boolean ascending;

    @Embedded
    private Baseline baseline;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Period> periods = List.of();

    @OneToMany(mappedBy = "indicator", cascade = CascadeType.PERSIST)
    @OrderBy("number")
    @BatchSize(size = 201)
    private List<Actual> actuals = new ArrayList<>();

    private BigDecimal achievement;

    /** The words of title and expected outcome, kept by the database. */
    @Basic(fetch = FetchType.LAZY)
    @Column(insertable = false, updatable = false)
    @SuppressWarnings("UnusedVariable") // Queries search it.
    private String search;

    protected Indicator() {}

    private Indicator(UUID id, Initiative initiative, IndicatorDetails details, Instant now) {
        super(id, now);
        initiativeId = initiative.id();
        take(details);
    }

    static Created<Indicator> define(UUID id, Initiative initiative, IndicatorDetails details, String by, Instant now) {
        initiative.requireLedBy(by);
        initiative.requireRunning("define an indicator of this initiative");
        requireOutcome(initiative, details);
        PeriodRules.require(details);
        return new Created<>(new Indicator(id, initiative, details, now), new IndicatorEvent.Defined());
    }

    /** Edits it. A period in which something was measured stays as long as it is; its target may be another one. */
    IndicatorEvent revise(IndicatorDetails details, Initiative of, String by) {
        of.requireLedBy(by);
        of.requireRunning("revise an indicator of this initiative");
        if (!details.expectedOutcome().equals(expectedOutcome)) {
            requireOutcome(of, details);
        }
        PeriodRules.require(details);
        PeriodRules.requireKept(
                periods.stream().filter(period -> last(period).isPresent()).toList(), details.periods());
        take(details);
        return new IndicatorEvent.Revised();
    }

    /** Adds what was measured; a value of the same day or of an earlier one than the last corrects that, for a reason. */
    IndicatorEvent measure(RecordActual measured, Initiative of, Recording recording) {
        of.requireLedBy(recording.party());
        of.requireRunning("record an actual of this initiative");
        if (measured.measuredOn().isAfter(today(recording.at()))) {
            throw new RuleViolated(
                    "/measuredOn", "in-the-future", "What is recorded was measured today (UTC) or earlier.");
        }
        Period period = periods.stream()
                .filter(one -> one.contains(measured.measuredOn()))
                .findFirst()
                .orElseThrow(() -> new RuleViolated(
                        "/measuredOn", "no-period", "No period of this indicator contains that day; add one first."));
        boolean corrects = last(period)
                .filter(last -> !measured.measuredOn().isAfter(last.measuredOn()))
                .isPresent();
        if (corrects && measured.reason() == null) {
            throw new RuleViolated(
                    "/reason", "required", "There is a value of that day or of a later one; say why it is corrected.");
        }
        actuals.add(new Actual(this, actuals.size() + 1, measured, recording));
        achieve();
        return corrects
                ? new IndicatorEvent.Corrected(measured.value(), measured.measuredOn(), measured.reason())
                : new IndicatorEvent.Measured(measured.value(), measured.measuredOn());
    }

    private static void requireOutcome(Initiative initiative, IndicatorDetails details) {
        if (!initiative.expectedOutcomes().contains(details.expectedOutcome())) {
            throw new RuleViolated(
                    "/expectedOutcome",
                    "unknown-outcome",
                    "The initiative expects: %s.".formatted(String.join("; ", initiative.expectedOutcomes())));
        }
    }

    private void take(IndicatorDetails details) {
        title = details.title();
        expectedOutcome = details.expectedOutcome();
        measure = details.measure();
        unit = details.unit();
        ascending = details.ascending();
        baseline = details.baseline();
        periods = List.copyOf(details.periods());
        achieve();
    }

    private void achieve() {
        achievement = Achievement.of(
                measure,
                ascending,
                baseline == null ? null : baseline.value(),
                periods.get(periods.size() - 1).target(),
                current().map(Actual::value).orElse(null));
    }

    /** The actual that counts in the last period in which something was measured. */
    private Optional<Actual> current() {
        return periods.stream().map(this::last).flatMap(Optional::stream).max(Comparator.comparing(Actual::measuredOn));
    }

    /** The actual that counts in a period. */
    Optional<Actual> last(Period period) {
        return actuals.stream()
                .filter(actual -> period.contains(actual.measuredOn()))
                .max(Comparator.comparingInt(Actual::number));
    }

    /** How many actuals were recorded in a period, those that were replaced included. */
    long recorded(Period period) {
        return actuals.stream()
                .filter(actual -> period.contains(actual.measuredOn()))
                .count();
    }

    /** The way that is to be taken in the period at this place. */
    Course course(int place) {
        BigDecimal from = place > 0 ? periods.get(place - 1).target() : baseline == null ? null : baseline.value();
        return new Course(measure, ascending, from, periods.get(place));
    }

    static LocalDate today(Instant now) {
        return now.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    IndicatorDetails details() {
        return new IndicatorDetails(title, expectedOutcome, measure, unit, ascending, baseline, periods);
    }

    @Override
    public UUID streamId() {
        return initiativeId;
    }

    public UUID initiativeId() {
        return initiativeId;
    }

    public String title() {
        return title;
    }

    BigDecimal achievement() {
        return achievement;
    }
}
