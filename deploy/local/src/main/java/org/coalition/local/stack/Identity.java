package org.coalition.local.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.coalition.local.identity.IdentityServer;
import org.coalition.local.identity.TokenClient;
import org.coalition.local.process.Daemon;
import org.coalition.local.process.StackFailure;

/** The local OpenID Connect issuer; tokens survive its restart because the signing key is kept. */
public final class Identity implements Issuer {
    private static final Duration TO_STOP = Duration.ofSeconds(10);

    private final Stack stack;
    private final Daemon daemon;
    private final TokenClient tokens;

    public Identity(Stack stack) {
        this.stack = stack;
        this.daemon = stack.daemon("identity", stack.ports().identity(), JavaProgram.mark(stack, "identity"));
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
        Path key = stack.secrets().resolve("identity-key.json");
        try {
            SecretFile.folder(stack.secrets());
        } catch (IOException e) {
            throw new StackFailure("cannot create " + stack.secrets() + ": " + e.getMessage(), e);
        }
        daemon.start(JavaProgram.ofClass(
                stack,
                name(),
                List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                IdentityServer.class,
                List.of(Integer.toString(port()), key.toString())));
    }

    @Override
    public void awaitReady() {
        daemon.awaitReady(PATIENCE, this::isReady);
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
