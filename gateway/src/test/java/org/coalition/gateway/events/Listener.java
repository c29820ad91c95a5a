package org.coalition.gateway.events;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** A subscriber that reads its stream as the HTML standard says (section 9.2), and keeps all it got. */
public final class Listener implements AutoCloseable {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpResponse<java.io.InputStream> answer;
    private final List<Frame> frames = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private volatile String lastId = "";
    private volatile String retry = "";
    private volatile boolean ended;

    /** One event as it came. */
    public record Frame(String id, String event, String data) {}

    private Listener(HttpRequest request) throws IOException, InterruptedException {
        answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
        Thread reader = new Thread(this::read, "listener");
        reader.setDaemon(true);
        reader.start();
    }

    /** Opens a stream. */
    public static Listener open(int port, String query, String token, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/v1/events" + query))
                .timeout(Duration.ofSeconds(10));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return new Listener(request.build());
    }

    public int status() {
        return answer.statusCode();
    }

    public String header(String name) {
        return answer.headers().firstValue(name).orElse(null);
    }

    /** The last cursor that came, with an event or without. */
    public String lastId() {
        return lastId;
    }

    public String retry() {
        return retry;
    }

    public int comments() {
        return comments.size();
    }

    public boolean hasEnded() {
        return ended;
    }

    public List<Frame> frames() {
        return List.copyOf(frames);
    }

    /** Waits for so many events; gives all that are there then. */
    public List<Frame> await(int count) {
        Awaitility.await().until(() -> frames.size() >= count || ended);
        return frames();
    }

    @Override
    public void close() throws IOException {
        answer.body().close();
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            String event = "";
            List<String> data = new ArrayList<>();
            String id = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    lastId = id;
                    if (!data.isEmpty()) {
                        frames.add(new Frame(id, event, String.join("\n", data)));
                    }
                    data.clear();
                    event = "";
                } else if (line.startsWith(":")) {
                    comments.add(line);
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    event = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data.add(line.substring(6));
                } else if (line.startsWith("retry: ")) {
                    retry = line.substring(7);
                }
            }
        } catch (IOException cut) {
            // The stream has ended, one way or another.
        } finally {
            ended = true;
        }
    }
}
