package org.coalition.local.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.coalition.local.identity.TokenClient;
import org.coalition.local.process.Daemon;
import org.coalition.local.process.Program;
import org.coalition.local.process.StackFailure;

/**
 * Keycloak, the identity server of a cluster, with the realm file that the small one reads. Its home, its database and the keys that
 * it makes are in the set's data; the realm is imported once, and what was changed since then stays.
 */
public final class Keycloak implements Issuer {
    /** It builds itself the first time. */
    private static final Duration TO_START = Duration.ofMinutes(5);

    private static final Duration TO_STOP = Duration.ofSeconds(20);

    private final Stack stack;
    private final Path home;
    private final Daemon daemon;
    private final TokenClient tokens;

    public Keycloak(Stack stack) {
        this.stack = stack;
        this.home = stack.data().resolve("keycloak");
        this.daemon = stack.daemon("keycloak", stack.ports().identity(), JavaProgram.mark(stack, "keycloak"));
        this.tokens = new TokenClient(stack.issuer());
    }

    @Override
    public TokenClient tokens() {
        return tokens;
    }

    @Override
    public Daemon daemon() {
        return daemon;
    }

    @Override
    public void start() {
        if (isRunning()) {
            return;
        }
        Path script = home.resolve("bin/kc.sh");
        if (!Files.exists(script)) {
            KeycloakHome.create(home, stack.logs().resolve("keycloak-fetch.log"));
        }
        importRealm();
        List<String> command = List.of(
                script.toString(),
                "start-dev",
                "--import-realm",
                "--http-host=127.0.0.1",
                "--http-port=" + port(),
                // Whatever name it is called by, its tokens bear this one.
                "--hostname=http://localhost:" + port());
        daemon.start(new Program(command, environment(), home, log()));
    }

    private Map<String, String> environment() {
        return Map.of(
                "JAVA_HOME",
                stack.jdk().home().toString(),
                "JAVA_OPTS_KC_HEAP",
                "-Xms64m -Xmx400m",
                "JAVA_OPTS_APPEND",
                JavaProgram.mark(stack, name()) + " -XX:+ExitOnOutOfMemoryError",
                // Where Swagger UI is, which asks for tokens from there; the realm file names it.
                "COALITION_ORIGIN",
                stack.gatewayUrl(),
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                adminPassword());
    }

    /** Of {@code admin} at the administration's own pages. */
    public String adminPassword() {
        return RandomKey.in(stack.secrets().resolve("keycloak").resolve("admin"))
                .text();
    }

    private void importRealm() {
        Path target = home.resolve("data/import/coalition-realm.json");
        try (InputStream realm = Keycloak.class.getResourceAsStream("/coalition-realm.json")) {
            Files.createDirectories(target.getParent());
            Files.copy(realm, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StackFailure("cannot write " + target + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void awaitReady() {
        daemon.awaitReady(TO_START, this::isReady);
    }

    @Override
    public boolean isReady() {
        return !PortProbe.isClosed(port()) && tokens.isReady();
    }

    @Override
    public void stop() {
        daemon.stop("TERM", TO_STOP);
    }
}
