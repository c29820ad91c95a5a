package org.coalition.gateway.webhook;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.coalition.defaults.write.KeptAnswers;

/** Answers that are kept for those who repeat a request hold secrets here, so they are kept locked. */
@Singleton
class AnswerSafe implements KeptAnswers {
    private static final String OWNER = "answers";

    private final Vault vault;

    AnswerSafe(Vault vault) {
        this.vault = vault;
    }

    @Override
    public String kept(String body) {
        return Base64.getEncoder().encodeToString(vault.lock(body.getBytes(StandardCharsets.UTF_8), OWNER));
    }

    @Override
    public String given(String kept) {
        return new String(vault.unlock(Base64.getDecoder().decode(kept), OWNER), StandardCharsets.UTF_8);
    }
}
