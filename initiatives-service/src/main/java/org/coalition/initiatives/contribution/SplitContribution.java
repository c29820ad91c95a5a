package org.coalition.initiatives.contribution;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.defaults.problem.RuleViolated;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Splits a line into parts, which together have of each figure what it has.")
record SplitContribution(
        @NotNull @Size(min = 2, max = SplitContribution.MOST)
        List<@NotNull @Valid SplitPart> parts) {

    static final int MOST = 50;

    /**
     * Lets pass what is the whole of a line, in parts that each are of its nature and keep to the limits.
     *
     * @throws RuleViolated 422 naming each figure that does not come to that of the line, and each fault of a part
     */
    void requireWholeOf(Contribution line) {
        List<Fault> faults = new ArrayList<>();
        for (EntryKind kind : EntryKind.values()) {
            if (kind == (line.takesDeliveries() ? EntryKind.DISBURSEMENT : EntryKind.DELIVERY)) {
                continue;
            }
            BigDecimal sum = parts.stream().map(part -> part.share(kind)).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal whole = line.balance().net(kind);
            if (sum.compareTo(whole) != 0) {
                faults.add(Fault.at(
                        "/parts",
                        "not-the-whole",
                        "The %s of the parts comes to %s, that of the line to %s."
                                .formatted(kind, sum.toPlainString(), whole.toPlainString())));
            }
        }
        for (int i = 0; i < parts.size(); i++) {
            check(parts.get(i), line, "/parts/" + i, faults);
        }
        if (!faults.isEmpty()) {
            throw new RuleViolated(faults);
        }
    }

    private static void check(SplitPart part, Contribution line, String pointer, List<Fault> faults) {
        if (part.instrument() != null
                && line.unit() == null
                && part.instrument().isInKind() != line.takesDeliveries()) {
            faults.add(Fault.at(
                    pointer + "/instrument",
                    "other-nature",
                    "A line of funds has no parts in kind, nor the reverse; this one is %s."
                            .formatted(line.instrument())));
        }
        if (part.allocated().compareTo(part.committed()) > 0) {
            faults.add(Fault.at(
                    pointer + "/allocated", "beyond-commitment", "A part has no more allocated than committed."));
        }
        if (part.delivered().compareTo(part.allocated()) > 0) {
            faults.add(Fault.at(
                    pointer + "/delivered", "beyond-allocation", "A part has no more delivered than allocated."));
        }
    }
}
