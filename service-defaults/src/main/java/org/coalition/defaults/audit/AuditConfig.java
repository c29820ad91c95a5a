package org.coalition.defaults.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the audit trail and its seals. */
@ConfigMapping(prefix = "audit")
public interface AuditConfig {
    /** How long after a seal the next one is set, if there is anything new. */
    @WithDefault("60s")
    Duration sealEvery();

    /** The Ed25519 key that signs the seals: PKCS #8, base64. Without it seals are chained but not signed. */
    Optional<String> signingKey();

    /** The Ed25519 keys whose signatures count, that of the signing key among them: X.509, base64. An old key stays here. */
    Optional<List<String>> verificationKeys();

    /** Once there are verification keys, the seals up to this number may still be unsigned: those from before the keys. */
    @WithDefault("0")
    long unsignedUntil();
}
