package org.coalition.meetings.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.coalition.meetings.party.PartyCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Who runs the meeting: a party, and the person who does it for that party if known.")
@Embeddable
public record Chair(
        @Column(name = "chair_party") @Schema(examples = "GB") @NotNull @PartyCode
        String party,

        @Column(name = "chair_name") @Size(max = 200) String name) {}
