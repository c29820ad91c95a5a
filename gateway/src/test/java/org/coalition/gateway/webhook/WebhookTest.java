package org.coalition.gateway.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.Problem;
import org.junit.jupiter.api.Test;

class WebhookTest {
    private static final Instant NOW = Instant.parse("2026-01-12T09:00:00Z");
    private static final WebhookDetails DETAILS = details("https://hooks.example.org/in");

    @Test
    void eachVerbMovesAlongAnArrowAndNowhereElse() {
        for (WebhookStatus from : WebhookStatus.values()) {
            for (WebhookStatus to : WebhookStatus.values()) {
                Webhook webhook = in(from);
                if (from.next().contains(to)) {
                    move(webhook, to);
                    assertEquals(to, webhook.status(), from + " to " + to);
                } else if (to != WebhookStatus.PENDING) {
                    Problem problem = assertThrows(IllegalTransition.class, () -> move(webhook, to), from + " to " + to)
                            .problem(null, null);
                    assertEquals(from.name(), problem.state());
                    assertEquals(from, webhook.status());
                }
            }
        }
    }

    @Test
    void anotherEndpointHasToAgreeAnew() {
        Webhook webhook = in(WebhookStatus.ACTIVE);
        assertEquals(new WebhookEvent.Revised(), webhook.revise(details("https://other.example.org/in")));
        assertEquals(WebhookStatus.PENDING, webhook.status());
        assertTrue(webhook.isVerifying());
        assertEquals(NOW, webhook.verifiedAt());
    }

    @Test
    void otherFiltersNeedNobodysConsent() {
        Webhook webhook = in(WebhookStatus.ACTIVE);
        assertEquals(
                new WebhookEvent.Revised(),
                webhook.revise(new WebhookDetails(
                        DETAILS.url(), null, List.of("org.coalition.meeting.*"), List.of(), List.of())));
        assertEquals(WebhookStatus.ACTIVE, webhook.status());
        assertFalse(webhook.isVerifying());
    }

    @Test
    void aFailedHandshakeSaysWhyAndCanBeMadeAgain() {
        Webhook webhook = in(WebhookStatus.PENDING);
        assertEquals(new WebhookEvent.VerificationFailed("no"), webhook.verificationFailed("no"));
        assertEquals("no", webhook.statusReason());
        assertFalse(webhook.isVerifying());
        assertEquals(new WebhookEvent.VerificationRequested(), webhook.requestVerification());
        assertTrue(webhook.isVerifying());
        assertNull(webhook.statusReason());
        for (WebhookStatus status : EnumSet.of(WebhookStatus.ACTIVE, WebhookStatus.PAUSED, WebhookStatus.CLOSED)) {
            assertThrows(IllegalTransition.class, () -> in(status).requestVerification(), status.name());
        }
    }

    @Test
    void onlyWhatIsPausedIsResumed() {
        for (WebhookStatus status : EnumSet.complementOf(EnumSet.of(WebhookStatus.PAUSED))) {
            assertThrows(IllegalTransition.class, () -> in(status).resume(), status.name());
        }
        Webhook webhook = in(WebhookStatus.PAUSED);
        assertEquals(new WebhookEvent.Resumed(), webhook.resume());
    }

    @Test
    void theSecretBeforeSignsForADayAndOnlyThatOne() {
        Webhook webhook = in(WebhookStatus.ACTIVE);
        assertEquals(
                new WebhookEvent.SecretRotated(NOW.plus(Duration.ofHours(24))),
                webhook.rotateSecret(new byte[] {2}, Duration.ofHours(24), NOW));
        assertEquals(NOW.plus(Duration.ofHours(24)), webhook.previousSecretSignsUntil());
        assertThrows(IllegalTransition.class, () -> in(WebhookStatus.CLOSED)
                .rotateSecret(new byte[] {2}, Duration.ofHours(24), NOW));
    }

    @Test
    void aClosedOneIsClosed() {
        Webhook webhook = in(WebhookStatus.CLOSED);
        assertThrows(IllegalTransition.class, () -> webhook.revise(DETAILS));
        assertFalse(webhook.isVerifying());
    }

    private static void move(Webhook webhook, WebhookStatus to) {
        WebhookEvent event =
                switch (to) {
                    case PENDING -> webhook.revise(details("https://other.example.org/in"));
                    case ACTIVE -> webhook.status() == WebhookStatus.PAUSED ? webhook.resume() : webhook.verified(NOW);
                    case PAUSED -> webhook.pause();
                    case DISABLED -> webhook.disable("it fails");
                    case CLOSED -> webhook.close();
                };
        assertEquals(WebhookEvent.class, event.getClass().getInterfaces()[0]);
    }

    private static Webhook in(WebhookStatus status) {
        Webhook webhook = Webhook.register(UUID.randomUUID(), "GB", DETAILS, new byte[] {1}, NOW)
                .aggregate();
        List<WebhookStatus> way =
                switch (status) {
                    case PENDING -> List.of();
                    case ACTIVE, CLOSED -> List.of(status);
                    case PAUSED, DISABLED -> List.of(WebhookStatus.ACTIVE, status);
                };
        way.forEach(step -> move(webhook, step));
        return webhook;
    }

    private static WebhookDetails details(String url) {
        return new WebhookDetails(url, null, List.of(), List.of(), List.of());
    }
}
