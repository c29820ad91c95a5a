package org.coalition.initiatives.review;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What a reviewer has said of a content.")
record SignOffView(
        Side side,
        Verdict verdict,
        String party,

        @Schema(description = "The person: the subject of the token.")
        String person,

        String contentHash,

        @Schema(description = "Whether that is the content as it is now; if not, the sign-off is void.")
        boolean valid,

        String grounds,
        Instant signedAt) {

    static SignOffView of(Signature signature, String hash) {
        return new SignOffView(
                signature.side(),
                signature.verdict(),
                signature.party(),
                signature.person(),
                signature.contentHash(),
                signature.isOf(hash),
                signature.grounds(),
                signature.signedAt());
    }
}
