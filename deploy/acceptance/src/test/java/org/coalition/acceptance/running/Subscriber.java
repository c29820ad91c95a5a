package org.coalition.acceptance.running;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.coalition.local.process.Await;

/** Somebody who listens to the stream of events and comes back with the last id, whatever cuts it off: as a browser does. */
public final class Subscriber implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PAUSE_MILLIS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final String address;
    private final String bearer;
    private final String since;
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final List<String> refusals = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::run, "subscriber");
    private volatile String lastId = "";
    private volatile int connections;
    private volatile int cuts;
    private volatile boolean stopping;
    private volatile InputStream open;

    /**
     * Begins to listen.
     *
     * @param bearer null for somebody without a token
     * @param since empty for from now on
     */
    public Subscriber(String gateway, String bearer, String since) {
        this.address = gateway + "/v1/events";
        this.bearer = bearer;
        this.since = since;
        thread.setDaemon(true);
        thread.start();
        if (!Await.until(PATIENCE, () -> !lastId.isEmpty())) {
            throw new AssertionError("No stream: " + refusals);
        }
    }

    /** All events so far, in the order in which they came. */
    public List<JsonNode> events() {
        return List.copyOf(events);
    }

    /** How often it was connected. */
    public int connections() {
        return connections;
    }

    /** How often a stream did not come to an end but broke off, or could not be had at all. */
    public int cuts() {
        return cuts;
    }

    /** What it was told instead of a stream. */
    public List<String> refusals() {
        return List.copyOf(refusals);
    }

    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
        try {
            open.close();
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (IOException cut) {
            // It is over either way.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopping) {
            try {
                listen();
            } catch (IOException cut) {
                // That is what the last id is for.
                cuts++;
            } catch (InterruptedException end) {
                return;
            }
            pause();
        }
    }

    private void listen() throws IOException, InterruptedException {
        String query = lastId.isEmpty() && !since.isEmpty()
                ? "?since=" + URLEncoder.encode(since, StandardCharsets.UTF_8)
                : "";
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + query))
                .timeout(Duration.ofSeconds(10))
                .header("Accept", "text/event-stream");
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        if (!lastId.isEmpty()) {
            request.header("Last-Event-ID", lastId);
        }
        HttpResponse<InputStream> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        open = answer.body();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open, StandardCharsets.UTF_8))) {
            if (answer.statusCode() == 200) {
                connections++;
                read(lines);
            } else {
                refusals.add(answer.statusCode() + " " + lines.readLine());
            }
        }
    }

    /** Whatever was not ended by an empty line did not come. */
    private void read(BufferedReader lines) throws IOException {
        String id = lastId;
        String data = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty()) {
                if (!data.isEmpty()) {
                    events.add(JSON.readTree(data));
                }
                lastId = id;
                data = "";
            } else if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("data: ")) {
                data = line.substring(6);
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
