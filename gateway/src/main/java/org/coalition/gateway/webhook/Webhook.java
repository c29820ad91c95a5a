package org.coalition.gateway.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregate;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.problem.IllegalTransition;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a party wants to be told of over HTTP, and where. It is told only after the endpoint has agreed. */
@Entity
@Table(name = "webhook")
public class Webhook extends Aggregate {
    private String party;
    private String url;
    private String description;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] types;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] parties;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] subjects;

    @Enumerated(EnumType.STRING)
    private WebhookStatus status = WebhookStatus.PENDING;

    @Column(name = "status_reason")
    private String statusReason;

    private boolean verifying = true;

    @Column(name = "verified_at")
    private Instant verifiedAt;

    private byte[] secret;

    @Column(name = "previous_secret")
    private byte[] previousSecret;

    @Column(name = "previous_secret_signs_until")
    private Instant previousSecretSignsUntil;

    protected Webhook() {}

    private Webhook(UUID id, String party, WebhookDetails details, byte[] secret, Instant now) {
        super(id, now);
        this.party = party;
        this.secret = secret;
        take(details);
    }

    /** @param secret as it is stored */
    static Created<Webhook> register(UUID id, String party, WebhookDetails details, byte[] secret, Instant now) {
        return new Created<>(new Webhook(id, party, details, secret, now), new WebhookEvent.Registered());
    }

    /** Another endpoint has to agree anew; until then what is due waits. */
    WebhookEvent revise(WebhookDetails details) {
        requireOpen("edit this webhook");
        if (!details.url().equals(url)) {
            if (status != WebhookStatus.PENDING) {
                become(WebhookStatus.PENDING, "move this webhook", null);
            }
            verifying = true;
        }
        take(details);
        return new WebhookEvent.Revised();
    }

    WebhookEvent requestVerification() {
        if (status != WebhookStatus.PENDING && status != WebhookStatus.DISABLED) {
            throw new IllegalTransition("verify this webhook", status, status.next());
        }
        verifying = true;
        statusReason = status == WebhookStatus.PENDING ? null : statusReason;
        return new WebhookEvent.VerificationRequested();
    }

    WebhookEvent verified(Instant now) {
        become(WebhookStatus.ACTIVE, "activate this webhook", null);
        verifying = false;
        verifiedAt = now;
        return new WebhookEvent.Verified();
    }

    WebhookEvent verificationFailed(String reason) {
        verifying = false;
        statusReason = reason;
        return new WebhookEvent.VerificationFailed(reason);
    }

    WebhookEvent pause() {
        become(WebhookStatus.PAUSED, "pause this webhook", null);
        return new WebhookEvent.Paused();
    }

    WebhookEvent resume() {
        if (status != WebhookStatus.PAUSED) {
            throw new IllegalTransition("resume this webhook", status, status.next());
        }
        become(WebhookStatus.ACTIVE, "resume this webhook", null);
        return new WebhookEvent.Resumed();
    }

    WebhookEvent disable(String reason) {
        become(WebhookStatus.DISABLED, "disable this webhook", reason);
        return new WebhookEvent.Disabled(reason);
    }

    /** The secret so far signs as well until the receiver has had time to change over; of an earlier one nothing is left. */
    WebhookEvent rotateSecret(byte[] next, Duration overlap, Instant now) {
        requireOpen("rotate the secret of this webhook");
        previousSecret = secret;
        previousSecretSignsUntil = now.plus(overlap);
        secret = next;
        return new WebhookEvent.SecretRotated(previousSecretSignsUntil);
    }

    WebhookEvent close() {
        become(WebhookStatus.CLOSED, "close this webhook", null);
        verifying = false;
        return new WebhookEvent.Closed();
    }

    /**
     * Lets go on only what is for a webhook that sends.
     *
     * @param what the move that was tried, as a phrase
     */
    public void requireActive(String what) {
        if (status != WebhookStatus.ACTIVE) {
            throw new IllegalTransition(what, status, status.next());
        }
    }

    /** Lets go on only what is for a webhook that is not closed. */
    public void requireOpen(String what) {
        if (status == WebhookStatus.CLOSED) {
            throw new IllegalTransition(what, status, status.next());
        }
    }

    private void become(WebhookStatus next, String what, String reason) {
        if (!status.next().contains(next)) {
            throw new IllegalTransition(what, status, status.next());
        }
        status = next;
        statusReason = reason;
    }

    private void take(WebhookDetails details) {
        url = details.url();
        description = details.description();
        types = details.types().toArray(String[]::new);
        parties = details.parties().toArray(String[]::new);
        subjects = details.subjects().toArray(String[]::new);
    }

    WebhookDetails details() {
        return new WebhookDetails(url, description, List.of(types), List.of(parties), List.of(subjects));
    }

    String party() {
        return party;
    }

    public WebhookStatus status() {
        return status;
    }

    String statusReason() {
        return statusReason;
    }

    boolean isVerifying() {
        return verifying;
    }

    Instant verifiedAt() {
        return verifiedAt;
    }

    Instant previousSecretSignsUntil() {
        return previousSecretSignsUntil;
    }
}
