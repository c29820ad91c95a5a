package org.coalition.gateway.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Verifies access tokens, and remembers those that were good: verifying a signature costs more than all the rest of a
 * request. A token is remembered until it expires, for {@link #MEMORY} at most, so a withdrawn key ends it soon.
 */
@Singleton
public class Tokens {
    private static final Duration MEMORY = Duration.ofSeconds(60);
    private static final Duration LEEWAY = Duration.ofSeconds(5);
    private static final int REMEMBERED = 20_000;
    private static final String SCHEME = "Bearer ";

    private final TenantIdentityProvider provider;
    private final TokenShape shape;
    private final Clock clock = Clock.systemUTC();
    private final Cache<String, Bearer> known = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(MEMORY)
            .build();

    Tokens(TenantIdentityProvider provider, TokenShape shape) {
        this.provider = provider;
        this.shape = shape;
    }

    /** What is known of this Authorization header without asking, or null. */
    Bearer remembered(String authorization) {
        Bearer verified = known.getIfPresent(authorization);
        return verified != null && clock.instant().isBefore(verified.expiry()) ? verified : null;
    }

    /** Verifies the token of this Authorization header; fails with {@link AuthenticationFailedException} if it is no good. */
    Uni<Bearer> verify(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Uni.createFrom().failure(new AuthenticationFailedException("The scheme must be Bearer"));
        }
        String token = authorization.substring(SCHEME.length());
        if (!shape.isAcceptable(token)) {
            return Uni.createFrom()
                    .failure(new AuthenticationFailedException("Not a signed token of the accepted form"));
        }
        return provider.authenticate(new AccessTokenCredential(token))
                .map(this::read)
                .invoke(verified -> known.put(authorization, verified));
    }

    private Bearer read(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new AuthenticationFailedException("Not a JSON Web Token");
        }
        // The library checks signature, issuer, audience, expiry and not-before, but lets a token be issued tomorrow.
        Instant latest = clock.instant().plus(LEEWAY);
        if (Instant.ofEpochSecond(token.getIssuedAtTime()).isAfter(latest)) {
            throw new AuthenticationFailedException("Issued in the future");
        }
        return new Bearer(
                "client:" + client(token),
                token.getSubject(),
                token.claim("party")
                        .filter(party -> party instanceof String text && !text.isBlank())
                        .map(String.class::cast),
                identity.getRoles(),
                Instant.ofEpochSecond(token.getExpirationTime()));
    }

    private static String client(JsonWebToken token) {
        Object authorizedParty = token.getClaim("azp");
        return authorizedParty != null ? authorizedParty.toString() : String.valueOf(token.getSubject());
    }
}
