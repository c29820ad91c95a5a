package org.coalition.defaults.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A seal over entries of the audit trail. The same is published to the topic <topic>.audit.")
public record AuditSeal(
        long number,
        Instant at,

        @Schema(description = "The numbers of the entries, as ranges without their end.", examples = "{[1,4),[5,9)}")
        String covers,

        int entries,

        @Schema(
                description =
                        "Merkle tree hash (RFC 9162) over the hashes of the entries in the order of their numbers, hex.")
        String root,

        @Schema(description = "Hash of the seal before; zeros in the first.")
        String previous,

        @Schema(
                description =
                        "SHA-256, hex: number, at (microseconds since 1970), covers, entries and root (hex), each as its"
                                + " length in bytes, a colon, its text and a comma; then the 32 bytes of previous.")
        String hash,

        @Schema(description = "First 16 hex digits of the SHA-256 of the public key; absent if the seal is not signed.")
        String keyId,

        @Schema(description = "Ed25519 over the bytes of the hash, base64.")
        String signature) {

    static AuditSeal of(Seal seal) {
        return new AuditSeal(
                seal.number(),
                Instant.EPOCH.plus(seal.micros(), ChronoUnit.MICROS),
                seal.covers(),
                seal.entries(),
                hex(seal.root()),
                hex(seal.previous()),
                hex(seal.hash()),
                seal.keyId(),
                seal.signature() == null ? null : Base64.getEncoder().encodeToString(seal.signature()));
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
