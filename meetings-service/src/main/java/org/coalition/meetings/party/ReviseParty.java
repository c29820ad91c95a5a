package org.coalition.meetings.party;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What can be edited of a party; PATCH it by JSON Merge Patch.")
record ReviseParty(@NotBlank @Size(max = 200) String name, LocalDate memberSince) {
    static ReviseParty of(Party party) {
        return new ReviseParty(party.name(), party.memberSince());
    }
}
