package org.coalition.initiatives.initiative;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.defaults.problem.RuleViolated;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What each part of an initiative counts; none at all lets them count alike.")
record SetWeights(@NotNull @Size(max = Lineage.MEMBERS) List<@NotNull @Valid Weight> weights) {

    @Schema(description = "What one part counts.")
    record Weight(
            @NotNull UUID initiativeId,

            @Schema(examples = "0.25") @NotNull @DecimalMin("0") @DecimalMax("1") @Digits(integer = 1, fraction = 4)
            BigDecimal weight) {}

    /** Each part once, and all together 1. */
    void requireFor(Set<UUID> parts) {
        if (weights.isEmpty()) {
            return;
        }
        List<UUID> named = weights.stream().map(Weight::initiativeId).toList();
        List<Fault> faults = new ArrayList<>();
        IntStream.range(0, named.size())
                .filter(i -> !parts.contains(named.get(i)) || named.indexOf(named.get(i)) < i)
                .mapToObj(i -> Fault.at(
                        "/weights/" + i + "/initiativeId",
                        "not-a-part",
                        "%s is named before, is cancelled, or is no part of this initiative that you may see."
                                .formatted(named.get(i))))
                .forEach(faults::add);
        parts.stream()
                .filter(part -> !named.contains(part))
                .map(part -> Fault.at("/weights", "part-missing", "%s has no weight.".formatted(part)))
                .forEach(faults::add);
        BigDecimal sum = weights.stream().map(Weight::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(BigDecimal.ONE) != 0) {
            faults.add(
                    Fault.at("/weights", "not-one", "The weights sum to %s, not to 1.".formatted(sum.toPlainString())));
        }
        if (!faults.isEmpty()) {
            throw new RuleViolated(faults);
        }
    }

    BigDecimal of(UUID part) {
        return weights.stream()
                .filter(weight -> weight.initiativeId().equals(part))
                .map(Weight::weight)
                .findFirst()
                .orElse(null);
    }
}
