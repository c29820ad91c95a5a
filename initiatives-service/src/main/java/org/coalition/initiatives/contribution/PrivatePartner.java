package org.coalition.initiatives.contribution;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A company or foundation that contributes together with the party.")
@Embeddable
public record PrivatePartner(
        @Schema(examples = "Aegis Shipping Ltd") @Column(name = "private_partner_name") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "Where it has its seat; ISO 3166-1 alpha-2.", examples = "NO")
        @Column(name = "private_partner_country")
        @NotNull
        @Pattern(regexp = "[A-Z]{2}", message = "must be a country code such as NO")
        String country) {}
