package org.coalition.initiatives.delivery;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A document that shows it, such as a waybill. It lies elsewhere.")
public record Document(
        @NotBlank @Size(max = 300) String title,

        @Schema(description = "Never fetched by this service.", examples = "https://example.org/waybills/7.pdf")
        @NotNull
        @Size(max = 2000)
        @Pattern(regexp = "https://[^\\s\\p{Cntrl}]+", message = "must be an https address")
        String url,

        @Schema(description = "SHA-256 of the document, in hexadecimal.")
        @Pattern(regexp = "[0-9a-f]{64}", message = "must be 64 lower-case hexadecimal digits")
        String sha256) {}
