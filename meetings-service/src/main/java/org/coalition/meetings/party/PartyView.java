package org.coalition.meetings.party;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A state or organisation taking part.")
public record PartyView(
        UUID id,
        long version,
        @Schema(examples = "GB") String code,
        @Schema(examples = "United Kingdom") String name,
        PartyKind kind,
        LocalDate memberSince,
        Instant createdAt,
        Instant updatedAt)
        implements View {

    static PartyView of(Party party) {
        return new PartyView(
                party.id(),
                party.version(),
                party.code(),
                party.name(),
                party.kind(),
                party.memberSince(),
                party.createdAt(),
                party.updatedAt());
    }

    @Override
    public String path() {
        return "/v1/parties/" + code;
    }
}
