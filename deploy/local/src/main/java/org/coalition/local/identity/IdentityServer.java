package org.coalition.local.identity;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.MockWebServerWrapper;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * The identity server's process: an OpenID Connect issuer for one machine, with the clients of the realm file. Its secrets are
 * published, so it listens on the loopback interface only; elsewhere a real server imports the same file.
 */
public final class IdentityServer {
    private IdentityServer() {}

    /** Arguments: the port and the file of the signing key. */
    public static void main(String[] arguments) throws InterruptedException {
        int port = Integer.parseInt(arguments[0]);
        Realm realm = Realm.read();
        String issuerPath = "realms/" + realm.name();
        KeyProvider keys = new KeyProvider(List.of(SigningKey.in(Path.of(arguments[1]))), "RS256");
        OAuth2TokenProvider tokens = new OAuth2TokenProvider(keys);
        // The library gives the prepared key to the first issuer that is asked for: that must be ours.
        System.out.println("signing with key "
                + tokens.publicJwkSet(issuerPath).getKeys().get(0).getKeyID());
        OAuth2Config config = new OAuth2Config(
                false,
                null,
                null,
                false,
                tokens,
                Set.of(new RealmTokens(realm, issuerPath)),
                new MockWebServerWrapper());
        MockOAuth2Server server = new MockOAuth2Server(config);
        server.start(InetAddress.getLoopbackAddress(), port);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
        System.out.println("ready: " + server.issuerUrl(issuerPath));
        Thread.currentThread().join();
    }
}
