package org.coalition.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.coalition.gateway.neighbours.Neighbours;
import org.coalition.gateway.neighbours.Ports;
import org.junit.jupiter.api.Test;

/** Who asks for it gets what is long compressed, and the same version of it. */
@QuarkusTest
@QuarkusTestResource(Ports.class)
class CompressionTest {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Inject
    Gateway gateway;

    @Test
    void aLongAnswerIsCompressedForWhoAsksForIt() throws Exception {
        HttpResponse<byte[]> plain = ask("GET", "long", null);
        HttpResponse<byte[]> compressed = ask("GET", "long", "gzip, br");
        assertEquals(Optional.empty(), plain.headers().firstValue("content-encoding"));
        assertEquals(Optional.of("gzip"), compressed.headers().firstValue("content-encoding"));
        assertArrayEquals(plain.body(), unzipped(compressed));
        assertTrue(compressed.body().length * 10 < plain.body().length);
        assertEquals(plain.headers().firstValue("etag"), compressed.headers().firstValue("etag"));
    }

    @Test
    void whatIsOfNoKnownLengthIsCompressedAsItComes() throws Exception {
        assertEquals(20 * 1024 * 1024, unzipped(ask("GET", "huge", "gzip")).length);
    }

    @Test
    void whatIsSmallOrHasNoBodyComesAsItIs() throws Exception {
        for (String mode : new String[] {"echo", "none", "notmodified"}) {
            HttpResponse<byte[]> answer = ask("GET", mode, "gzip");
            assertEquals(Optional.empty(), answer.headers().firstValue("content-encoding"), mode);
            assertArrayEquals(ask("GET", mode, null).body(), answer.body(), mode);
        }
        assertEquals(Optional.empty(), ask("GET", "problem", "gzip").headers().firstValue("content-encoding"));
        assertEquals(Optional.empty(), ask("HEAD", "echo", "gzip").headers().firstValue("content-encoding"));
        assertEquals(Optional.empty(), ask("GET", "long", "identity").headers().firstValue("content-encoding"));
        assertEquals(Optional.empty(), ask("GET", "long", "gzip;q=0").headers().firstValue("content-encoding"));
    }

    private HttpResponse<byte[]> ask(String method, String mode, String encodings)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + gateway.port() + "/v1/meetings?mode=" + mode))
                .header("Authorization", "Bearer " + Neighbours.issuer().token("relay-test"))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (encodings != null) {
            request.header("Accept-Encoding", encodings);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static byte[] unzipped(HttpResponse<byte[]> answer) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return in.readAllBytes();
        }
    }
}
