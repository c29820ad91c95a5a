package org.coalition.meetings.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Where the meeting takes place.")
@Embeddable
public record Location(
        @Schema(description = "ISO 3166-1 alpha-2.", examples = "GB")
        @Column(name = "location_country")
        @Pattern(regexp = "[A-Z]{2}", message = "must be a country code such as GB")
        String country,

        @Schema(examples = "London") @Column(name = "location_city") @NotBlank @Size(max = 200)
        String city,

        @Column(name = "location_venue") @Size(max = 200) String venue) {}
