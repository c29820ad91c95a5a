package org.coalition.initiatives.review;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.coalition.defaults.web.Representation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "What a review is of, as it is now: of an initiative its details, of a contribution its details and its"
                        + " ledger. Decision, whole and dependencies of an initiative, and the entries of a ledger, stand in it as"
                        + " digests; the entries are at /v1/contributions/{id}/entries.")
record ReviewedContent(
        UUID reviewId,

        @Schema(description = "SHA-256 (hexadecimal) of `canonical` in UTF-8; what a sign-off names.")
        String contentHash,

        @Schema(description = "The content in the one form over which the hash is taken.")
        String canonical,

        @Schema(type = SchemaType.OBJECT, description = "The same, to be read.") @JsonRawValue
        String content)
        implements Representation {

    static ReviewedContent of(UUID review, String canonical) {
        return new ReviewedContent(review, sha256(canonical), canonical, canonical);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public String tag() {
        return contentHash;
    }

    @Override
    public String path() {
        return "/v1/reviews/" + reviewId + "/content";
    }
}
