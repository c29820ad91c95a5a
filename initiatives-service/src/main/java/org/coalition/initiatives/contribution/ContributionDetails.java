package org.coalition.initiatives.contribution;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.coalition.defaults.problem.NotFound;
import org.coalition.defaults.problem.RuleViolated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What can be edited of a line: anything but its terms and its ledger. */
@Embeddable
record ContributionDetails(
        String description,
        PrivatePartner privatePartner,
        @JdbcTypeCode(SqlTypes.JSON) List<Condition> conditions,
        @JdbcTypeCode(SqlTypes.JSON) List<Cohort> cohorts) {

    static ContributionDetails of(ReviseContribution wanted, Instrument instrument) {
        if (instrument != Instrument.TRAINING && !wanted.cohorts().isEmpty()) {
            throw new RuleViolated(
                    "/cohorts",
                    "no-training",
                    "Only a line whose instrument is TRAINING has cohorts; this is %s.".formatted(instrument));
        }
        requireDistinct("/conditions/", wanted.conditions());
        requireDistinct(
                "/cohorts/", wanted.cohorts().stream().map(Cohort::label).toList());
        return new ContributionDetails(
                wanted.description(),
                wanted.privatePartner(),
                wanted.conditions().stream().map(Condition::of).toList(),
                wanted.cohorts());
    }

    /** What is wanted now, with the conditions as fulfilled as they were. */
    ContributionDetails revised(ReviseContribution wanted, Instrument instrument) {
        ContributionDetails anew = of(wanted, instrument);
        return new ContributionDetails(
                anew.description,
                anew.privatePartner,
                Condition.revised(conditions, wanted.conditions()),
                anew.cohorts);
    }

    /** Under the conditions of another line, as fulfilled as they are there. */
    ContributionDetails withConditions(ContributionDetails other) {
        return new ContributionDetails(description, privatePartner, other.conditions, cohorts);
    }

    /** @param number the condition's place, from 1 */
    ContributionDetails fulfilling(int number, FulfilCondition fulfilment, Instant now) {
        if (number < 1 || number > conditions.size()) {
            throw new NotFound("condition", number);
        }
        if (fulfilment.fulfilledOn().isAfter(LocalDate.ofInstant(now, ZoneOffset.MAX))) {
            throw new RuleViolated("/fulfilledOn", "still-to-come", "A condition is fulfilled on a day that has come.");
        }
        List<Condition> fulfilled = new ArrayList<>(conditions);
        fulfilled.set(number - 1, conditions.get(number - 1).fulfil(fulfilment));
        return new ContributionDetails(description, privatePartner, List.copyOf(fulfilled), cohorts);
    }

    /** The rule that an entry of a kind breaks as long as a condition is not fulfilled; null if none. */
    Breach breachBy(EntryKind kind) {
        boolean given = kind == EntryKind.ALLOCATION || kind == EntryKind.DISBURSEMENT;
        return given && !conditions.stream().allMatch(Condition::fulfilled)
                ? new Breach("condition-unfulfilled", "A condition of this line is not fulfilled", "fulfil it", null)
                : null;
    }

    ReviseContribution revisable() {
        return new ReviseContribution(
                description,
                privatePartner,
                conditions.stream().map(Condition::terms).toList(),
                cohorts);
    }

    private static void requireDistinct(String pointer, List<?> items) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            if (!seen.add(items.get(i))) {
                throw new RuleViolated(pointer + i, "duplicate", "It is named twice; name each once.");
            }
        }
    }
}
