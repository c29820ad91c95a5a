package org.coalition.defaults.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Refuses a verified token that names no subject, which the audit trail needs, or whose claims hold what no database takes. An
 * identity server that is set up wrongly is so met with 401, not with a failure inside.
 */
@ApplicationScoped
class TokenClaims implements SecurityIdentityAugmentor {
    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.getPrincipal() instanceof JsonWebToken token && !isUsable(token)) {
            return Uni.createFrom()
                    .failure(new AuthenticationFailedException("The claims sub and party cannot be used"));
        }
        return Uni.createFrom().item(identity);
    }

    private static boolean isUsable(JsonWebToken token) {
        String subject = token.getSubject();
        return subject != null
                && !subject.isBlank()
                && isPrintable(subject)
                && isPrintable(String.valueOf(token.<Object>getClaim("party")));
    }

    private static boolean isPrintable(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }
}
