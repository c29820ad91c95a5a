package org.coalition.gateway.webhook;

import java.time.Instant;
import org.coalition.defaults.aggregate.DomainEvent;

/** What happens to a webhook; none of it tells a secret. */
sealed interface WebhookEvent extends DomainEvent {
    record Registered() implements WebhookEvent {}

    record Revised() implements WebhookEvent {}

    record VerificationRequested() implements WebhookEvent {}

    record Verified() implements WebhookEvent {}

    record VerificationFailed(String reason) implements WebhookEvent {}

    record Paused() implements WebhookEvent {}

    record Resumed() implements WebhookEvent {}

    record Disabled(String reason) implements WebhookEvent {}

    record SecretRotated(Instant previousSignsUntil) implements WebhookEvent {}

    record Closed() implements WebhookEvent {}
}
