package org.coalition.defaults.audit;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The first place where the audit trail does not hold.")
public record BrokenLink(
        LinkRule rule,

        @Schema(description = "The number of the entry, if it is about one.")
        Long entry,

        @Schema(description = "The number of the seal, if it is about one.")
        Long seal,

        @Schema(description = "The resource, if it is about one and the caller may know of it.")
        UUID aggregateId,

        String detail) {

    static BrokenLink ofEntry(LinkRule rule, long entry, UUID aggregate, String detail) {
        return new BrokenLink(rule, entry, null, aggregate, detail);
    }

    static BrokenLink ofAggregate(LinkRule rule, UUID aggregate, String detail) {
        return new BrokenLink(rule, null, null, aggregate, detail);
    }

    static BrokenLink ofSeal(LinkRule rule, long seal, Long entry, String detail) {
        return new BrokenLink(rule, entry, seal, null, detail);
    }

    BrokenLink withoutAggregate() {
        return new BrokenLink(rule, entry, seal, null, detail);
    }
}
