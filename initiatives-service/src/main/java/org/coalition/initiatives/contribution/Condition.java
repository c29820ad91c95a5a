package org.coalition.initiatives.contribution;

import java.time.LocalDate;
import java.util.List;
import org.coalition.defaults.problem.Conflict;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A condition of a contribution, and whether it is fulfilled.")
public record Condition(
        ConditionKind kind,
        String text,
        boolean fulfilled,
        LocalDate fulfilledOn,

        @Schema(description = "What shows that it is fulfilled.")
        String evidence) {

    static Condition of(ConditionTerms terms) {
        return new Condition(terms.kind(), terms.text(), false, null, null);
    }

    /** The conditions after an edit: one whose words stay is as fulfilled as it was; another wording is another condition. */
    static List<Condition> revised(List<Condition> before, List<ConditionTerms> terms) {
        return terms.stream()
                .map(wanted -> before.stream()
                        .filter(condition -> condition.terms().equals(wanted))
                        .findFirst()
                        .orElseGet(() -> of(wanted)))
                .toList();
    }

    public ConditionTerms terms() {
        return new ConditionTerms(kind, text);
    }

    Condition fulfil(FulfilCondition fulfilment) {
        if (fulfilled) {
            throw new Conflict("The condition is fulfilled already, since %s.".formatted(fulfilledOn));
        }
        return new Condition(kind, text, true, fulfilment.fulfilledOn(), fulfilment.evidence());
    }
}
