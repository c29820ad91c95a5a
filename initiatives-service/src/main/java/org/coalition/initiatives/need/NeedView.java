package org.coalition.initiatives.need;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.identity.Visibility;
import org.coalition.defaults.web.View;
import org.coalition.initiatives.contribution.Quantity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What a recipient asks for.")
record NeedView(
        UUID id,
        long version,

        @Schema(description = "Computed from the offers that are accepted, or WITHDRAWN.")
        NeedStatus status,

        @Schema(description = "Why it was withdrawn.") String statusReason,

        @Schema(description = "The states that may follow now.")
        List<NeedStatus> next,

        @Schema(description = "The party that asks.") String recipient,

        String item,
        Quantity quantity,

        @Schema(description = "In the unit of the quantity: what was accepted of the offers.")
        BigDecimal met,

        @Schema(description = "In the unit of the quantity: what no accepted offer covers.")
        BigDecimal unmet,

        Priority priority,
        LocalDate neededBy,

        @Schema(description = "By the clock (UTC): neededBy has passed, and something is unmet.")
        boolean overdue,

        UUID initiativeId,
        Visibility visibility,
        List<String> visibleTo,
        Instant createdAt,
        Instant updatedAt)
        implements View {

    static NeedView of(Need need, Instant now) {
        NeedDetails details = need.details();
        return new NeedView(
                need.id(),
                need.version(),
                need.status(),
                need.statusReason(),
                List.copyOf(need.status().next()),
                need.recipient(),
                details.item(),
                details.quantity(),
                need.met(),
                need.unmet(),
                details.priority(),
                details.neededBy(),
                need.isOverdue(now),
                details.initiativeId(),
                details.visibility(),
                details.visibleTo(),
                need.createdAt(),
                need.updatedAt());
    }

    /** From its day on it is another text, although the version is the same. */
    @Override
    public String tag() {
        return overdue ? version + "-overdue" : Long.toString(version);
    }

    @Override
    public String path() {
        return "/v1/needs/" + id;
    }
}
