package org.coalition.local.identity;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import org.coalition.local.identity.Realm.Client;

/** What a token says, from the realm; the client may name itself by HTTP Basic or in the body, and must prove its secret. */
final class RealmTokens implements OAuth2TokenCallback {
    private final Realm realm;
    private final String issuerPath;

    RealmTokens(Realm realm, String issuerPath) {
        this.realm = realm;
        this.issuerPath = issuerPath;
    }

    @Override
    public String issuerId() {
        return issuerPath;
    }

    @Override
    public String subject(TokenRequest request) {
        return authenticated(request).id();
    }

    @Override
    public String typeHeader(TokenRequest request) {
        return "JWT";
    }

    @Override
    public List<String> audience(TokenRequest request) {
        return authenticated(request).audience();
    }

    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        Client client = authenticated(request);
        Map<String, Object> claims = new HashMap<>();
        claims.put("azp", client.id());
        claims.put("client_id", client.id());
        claims.put("roles", client.roles());
        client.party().ifPresent(party -> claims.put("party", party));
        return claims;
    }

    @Override
    public long tokenExpiry() {
        return realm.tokenLife().toSeconds();
    }

    private Client authenticated(TokenRequest request) {
        ClientAuthentication proof = request.getClientAuthentication();
        if (proof instanceof PlainClientSecret given) {
            Client client = realm.clients().get(given.getClientID().getValue());
            if (client != null && equal(client.secret(), given.getClientSecret().getValue())) {
                return client;
            }
        }
        throw new OAuth2Exception(OAuth2Error.INVALID_CLIENT, "unknown client or wrong secret");
    }

    private static boolean equal(String first, String second) {
        return MessageDigest.isEqual(first.getBytes(StandardCharsets.UTF_8), second.getBytes(StandardCharsets.UTF_8));
    }
}
