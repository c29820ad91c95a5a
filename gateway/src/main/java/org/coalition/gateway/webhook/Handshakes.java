package org.coalition.gateway.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.gateway.endpoint.EndpointAnswer;
import org.coalition.gateway.endpoint.EndpointClient;
import org.coalition.gateway.endpoint.EndpointConfig;
import org.coalition.gateway.endpoint.EndpointUrl;
import org.coalition.gateway.schema.Loop;
import org.coalition.gateway.schema.Recorder;
import org.coalition.gateway.schema.Rows;
import org.jboss.logging.Logger;

/**
 * Asks endpoints whether they want what a party would have sent to them (CloudEvents, HTTP 1.1 Web Hooks for Event Delivery, section 4:
 * abuse protection). So nobody can have events sent to an endpoint of others. Every instance does it; one that dies amid a handshake
 * leaves it to another.
 */
@Singleton
class Handshakes {
    private static final Logger LOG = Logger.getLogger(Handshakes.class);
    private static final Duration TO_STOP = Duration.ofSeconds(3);
    private static final String ANYBODY = "*";
    /** Pauses before the tries, of which there are so many; the first is at once. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2));
    /** Longer than the patience with one endpoint. */
    private static final Duration CLAIM = Duration.ofSeconds(30);

    /** Only once events are followed, so that none is missed after an endpoint has agreed. */
    private static final String TAKE = """
            INSERT INTO webhook_endpoint AS e (webhook_id, handshake_tries, handshake_at)
            SELECT w.id, 1, ? FROM webhook w
              LEFT JOIN webhook_endpoint known ON known.webhook_id = w.id
              WHERE w.verifying AND coalesce(known.handshake_at, '-infinity') <= ?
                AND EXISTS (SELECT FROM webhook_feed WHERE cursor IS NOT NULL)
              ORDER BY w.id LIMIT 20 FOR UPDATE OF w SKIP LOCKED
            ON CONFLICT (webhook_id) DO UPDATE
              SET handshake_tries = e.handshake_tries + 1, handshake_at = EXCLUDED.handshake_at
            RETURNING webhook_id, handshake_tries, (SELECT url FROM webhook w WHERE w.id = webhook_id) AS url""";

    private static final String LATER = "UPDATE webhook_endpoint SET handshake_at = ? WHERE webhook_id = ?";
    private static final String BEGIN_ANEW = """
            UPDATE webhook_endpoint SET handshake_tries = 0, handshake_at = '-infinity', failing_since = NULL, held_until = NULL
            WHERE webhook_id = ?""";

    private final Rows rows;
    private final Webhooks webhooks;
    private final EndpointClient endpoints;
    private final EndpointConfig addresses;
    private final WebhookConfig config;
    private final Clock clock;
    private final Recorder recorder = new Recorder("webhook-agreed", 1);
    private final Loop loop = new Loop("webhook-handshakes", this::makeThoseDue);

    Handshakes(
            Rows rows,
            Webhooks webhooks,
            EndpointClient endpoints,
            EndpointConfig addresses,
            WebhookConfig config,
            Clock clock) {
        this.rows = rows;
        this.webhooks = webhooks;
        this.endpoints = endpoints;
        this.addresses = addresses;
        this.config = config;
        this.clock = clock;
    }

    private record Handshake(UUID webhook, String url, int tries) {
        static Handshake of(Rows.Row row) throws SQLException {
            return new Handshake(row.id("webhook_id"), row.text("url"), row.number("handshake_tries"));
        }
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    private Duration makeThoseDue() {
        if (rows.areThere()) {
            rows.query(TAKE, Handshake::of, clock.instant().plus(CLAIM), clock.instant())
                    .forEach(this::ask);
        }
        return config.handshakeEvery();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.stop(TO_STOP);
        if (!recorder.stop(TO_STOP)) {
            LOG.info("Handshakes that are under way will be made again");
        }
    }

    private void ask(Handshake handshake) {
        EndpointUrl url;
        try {
            url = EndpointUrl.of(handshake.url(), addresses);
        } catch (RuleViolated noLongerTaken) {
            fail(handshake, noLongerTaken.getMessage());
            return;
        }
        endpoints
                .ask(
                        url,
                        HttpMethod.OPTIONS,
                        List.of(
                                Map.entry("user-agent", "Coalition-Webhooks/1"),
                                Map.entry("webhook-request-origin", config.origin())),
                        new byte[0])
                .onSuccess(answer -> recorder.record(() -> settle(handshake, answer)));
    }

    private void settle(Handshake handshake, EndpointAnswer answer) {
        try {
            if (agrees(answer)) {
                rows.update(BEGIN_ANEW, handshake.webhook());
                webhooks.verified(handshake.webhook(), handshake.url());
            } else if (handshake.tries() < PAUSES.size()) {
                rows.update(LATER, clock.instant().plus(PAUSES.get(handshake.tries())), handshake.webhook());
            } else {
                fail(handshake, refusal(answer));
            }
        } catch (RuntimeException later) {
            // The claim runs out, and the handshake is made again.
            LOG.warnf(later, "What the endpoint of webhook %s said could not be recorded", handshake.webhook());
        }
    }

    private boolean agrees(EndpointAnswer answer) {
        String allowed = answer.allowedOrigin();
        return answer.isSuccess()
                && allowed != null
                && (allowed.strip().equals(ANYBODY) || allowed.strip().equalsIgnoreCase(config.origin()));
    }

    private void fail(Handshake handshake, String reason) {
        rows.update(BEGIN_ANEW, handshake.webhook());
        webhooks.verificationFailed(handshake.webhook(), handshake.url(), reason);
    }

    private String refusal(EndpointAnswer answer) {
        return answer.isSuccess()
                ? "The endpoint answered " + answer.status() + " without 'WebHook-Allowed-Origin: " + config.origin()
                        + "'."
                : "The endpoint was asked by OPTIONS whether it agrees. " + answer.words();
    }
}
