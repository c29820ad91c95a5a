package org.coalition.gateway.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connection goes to an address; what it proves itself by is the name. */
class EndpointTlsTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    @Test
    void theCertificateHasToBeForTheName() throws Exception {
        PfxOptions right = certificate("right", "localhost");
        EndpointAnswer answer = ask(right, new HttpClientOptions().setTrustOptions(right));
        assertNull(answer.failure());
        assertEquals(204, answer.status());
        assertEquals(List.of("localhost by localhost"), seen);
        PfxOptions other = certificate("other", "hooks.example.org");
        assertEquals(
                Failure.TLS,
                ask(other, new HttpClientOptions().setTrustOptions(other)).failure());
    }

    @Test
    void aCertificateThatNobodyHasIssuedIsNotTrusted() throws Exception {
        assertEquals(
                Failure.TLS,
                ask(certificate("self", "localhost"), new HttpClientOptions()).failure());
        assertEquals(List.of(), seen);
    }

    private EndpointAnswer ask(PfxOptions certificate, HttpClientOptions trust) throws Exception {
        int port = vertx.createHttpServer(
                        new HttpServerOptions().setSsl(true).setSni(true).setKeyCertOptions(certificate))
                .requestHandler(request -> {
                    seen.add(request.connection().indicatedServerName() + " by "
                            + request.authority().host());
                    request.response().setStatusCode(204).end();
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS)
                .actualPort();
        Guard guard = new Guard(name -> List.of(InetAddress.getByName("127.0.0.1")));
        return new EndpointClient(vertx, guard, Patience.LOCAL, Clock.systemUTC(), trust)
                .ask(
                        EndpointUrl.of("https://localhost:" + port + "/", Patience.LOCAL),
                        HttpMethod.POST,
                        List.of(),
                        new byte[0])
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    private PfxOptions certificate(String name, String host) throws Exception {
        Path store = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "SAN=dns:" + host,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        assertEquals(0, keytool.waitFor(), new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        return new PfxOptions().setPath(store.toString()).setPassword(PASSWORD);
    }
}
