package org.coalition.gateway.webhook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "Where events are sent and which of them; PATCH it by JSON Merge Patch. An absent filter keeps all.")
record WebhookDetails(
        @Schema(
                description = "Of the endpoint: https, a public name, port 443 or 8443.",
                examples = "https://hooks.partner.example/coalition")
        @NotBlank
        @Size(max = 2000)
        String url,

        @Schema(examples = "Logistics cell, production") @Size(max = 500)
        String description,

        @Schema(
                description = "Types of events, or the beginning of some: `org.coalition.delivery.*`.",
                examples = "[\"org.coalition.delivery.*\", \"org.coalition.decision.adopted.v1\"]")
        @Size(max = 20)
        List<
                        @NotNull @Size(max = 255)
                        @Pattern(
                                regexp =
                                        "org\\.coalition(\\.[a-z0-9.-]{0,200}\\*|(\\.[a-z0-9-]{1,100}){2}\\.v[0-9]{1,3})")
                        String>
                types,

        @Schema(description = "Parties for which changes are made.", examples = "[\"FR\"]") @Size(max = 20)
        List<@NotNull @Size(max = 20) @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{0,19}") String> parties,

        @Schema(
                description = "Resources; a meeting or an initiative with all that belongs to it.",
                examples = "[\"/v1/initiatives/01980000-0000-7000-8000-000000000004\"]")
        @Size(max = 20)
        List<@NotNull @Size(max = 800) @Pattern(regexp = "/v1(/[A-Za-z0-9._~-]{1,128}){2,6}") String> subjects) {

    WebhookDetails {
        types = orNone(types);
        parties = orNone(parties);
        subjects = orNone(subjects);
    }

    /** An unmodifiable copy, in which a null is still there to be refused. */
    private static List<String> orNone(List<String> values) {
        return values == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(values));
    }
}
