package org.coalition.initiatives.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.RuleViolated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The day by whose end in UTC a delivery is to be received: as promised now, as promised first, and how it went from there. */
@Embeddable
record Promise(
        @Column(name = "promised_on") LocalDate promisedOn,

        @Column(name = "original_promised_on", updatable = false)
        LocalDate originalPromisedOn,

        @JdbcTypeCode(SqlTypes.JSON) @Column(name = "promise_revisions")
        List<PromiseRevision> revisions) {

    private static final int MOST_REVISIONS = 100;

    static Promise first(LocalDate promisedOn) {
        return new Promise(promisedOn, promisedOn, List.of());
    }

    Promise revised(PromiseRevision revision) {
        if (revision.to().equals(promisedOn)) {
            throw new RuleViolated("/promisedOn", "same-day", "This day is promised already.");
        }
        if (revision.to().isBefore(revision.at().atOffset(ZoneOffset.UTC).toLocalDate())) {
            throw new RuleViolated("/promisedOn", "past", "A day that has passed cannot be promised any more.");
        }
        if (revisions.size() == MOST_REVISIONS) {
            throw new Conflict("A promise is revised %d times at most; cancel this delivery and plan another."
                    .formatted(MOST_REVISIONS));
        }
        List<PromiseRevision> history = new ArrayList<>(revisions);
        history.add(revision);
        return new Promise(revision.to(), originalPromisedOn, List.copyOf(history));
    }
}
