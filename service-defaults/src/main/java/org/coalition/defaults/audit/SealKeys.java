package org.coalition.defaults.audit;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys of the seals (Ed25519, RFC 8032). A key is called by the first 16 hex digits of its SHA-256. */
@Singleton
public class SealKeys {
    private static final String ALGORITHM = "Ed25519";
    private static final byte[] SAMPLE = {1};

    private final Map<String, PublicKey> known = new LinkedHashMap<>();
    private final PrivateKey signing;
    private final String signingId;
    private final long unsignedUntil;

    SealKeys(AuditConfig config) {
        config.verificationKeys().orElse(List.of()).forEach(this::know);
        signing = config.signingKey().map(SealKeys::privateKey).orElse(null);
        signingId = signing == null ? null : idOfSigning();
        unsignedUntil = config.unsignedUntil();
    }

    /** Who signs, by which key, and what. */
    record Signed(String keyId, byte[] signature) {}

    /** Signs the hash of a seal; neither key nor signature if there is no key to sign with. */
    Signed sign(byte[] hash) {
        return signing == null ? new Signed(null, null) : new Signed(signingId, signature(hash));
    }

    /** Whether the signature is of a key that counts; or, where none is needed, whether there is none. */
    boolean accept(Seal seal) {
        if (seal.signature() == null) {
            return known.isEmpty() || seal.number() <= unsignedUntil;
        }
        PublicKey key = known.get(seal.keyId());
        return key != null && verifies(key, seal.hash(), seal.signature());
    }

    private void know(String encoded) {
        try {
            byte[] bytes = Base64.getDecoder().decode(encoded);
            PublicKey key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes));
            String id = HexFormat.of().formatHex(CanonicalForm.sha256().digest(bytes), 0, 8);
            known.put(id, key);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("audit.verification-keys holds what is no Ed25519 key (X.509, base64)", e);
        }
    }

    private static PrivateKey privateKey(String encoded) {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("audit.signing-key is no Ed25519 key (PKCS #8, base64)", e);
        }
    }

    /** Java derives no public key from a private one, so a signature tells which of the known keys is its other half. */
    private String idOfSigning() {
        byte[] sample = signature(SAMPLE);
        return known.entrySet().stream()
                .filter(entry -> verifies(entry.getValue(), SAMPLE, sample))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "audit.verification-keys lacks the public half of audit.signing-key"));
    }

    private byte[] signature(byte[] content) {
        try {
            Signature signer = Signature.getInstance(ALGORITHM);
            signer.initSign(signing);
            signer.update(content);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The seal was not signed", e);
        }
    }

    private static boolean verifies(PublicKey key, byte[] content, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(content);
            return verifier.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
