package org.coalition.gateway.webhook;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.aggregate.Turns;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.identity.Visibility;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.gateway.endpoint.EndpointConfig;
import org.coalition.gateway.endpoint.EndpointUrl;

/** The webhooks; each is known to the party that has it, and to nobody else. */
@Singleton
public class Webhooks extends Aggregates<Webhook, WebhookView> {
    private final Caller caller;
    private final Turns turns;
    private final Clock clock;
    private final WebhookConfig config;
    private final EndpointConfig endpoints;

    Webhooks(Door door, Caller caller, Turns turns, Clock clock, WebhookConfig config, EndpointConfig endpoints) {
        super(door, "webhook", Webhook.class, WebhookView::of);
        this.caller = caller;
        this.turns = turns;
        this.clock = clock;
        this.config = config;
        this.endpoints = endpoints;
    }

    @Override
    protected Audience audience(Webhook webhook) {
        return Audience.of(Visibility.RESTRICTED, List.of(webhook.party()), List.of());
    }

    @Override
    protected Listing listingInSight() {
        return Listing.from("Webhook e").visible("e.party = :party", caller);
    }

    Page<WebhookView> list(WebhookFilter filter, PageQuery query) {
        return page(filter.narrow(listingInSight()), query, WebhookView::of);
    }

    /** One party cannot make all of the work; its webhooks that are closed do not count. */
    void requireRoomFor(String party) {
        turns.await(List.of("webhooks of " + party));
        long open = count("party = ?1 and status <> ?2", party, WebhookStatus.CLOSED);
        if (open >= config.most()) {
            throw new Conflict("Your party has " + open + " webhooks; close one that it no longer needs.");
        }
    }

    /** The details whose address is one to which we may send. */
    WebhookDetails check(WebhookDetails details) {
        EndpointUrl.require(details.url(), endpoints);
        return details;
    }

    /** The endpoint has agreed. Nothing happens if the webhook has gone on meanwhile. */
    void verified(UUID id, String url) {
        settleIf(id, url, webhook -> webhook.verified(clock.instant()));
    }

    /** The endpoint has not agreed, or not in time. */
    void verificationFailed(UUID id, String url, String reason) {
        settleIf(id, url, webhook -> webhook.verificationFailed(reason));
    }

    /** The endpoint wants no more, or has failed for too long. Nothing happens if the webhook does not send anyway. */
    @CanIgnoreReturnValue
    public WebhookView disable(UUID id, String reason) {
        return settle(
                id,
                webhook -> webhook.status() == WebhookStatus.ACTIVE || webhook.status() == WebhookStatus.PAUSED
                        ? webhook.disable(reason)
                        : null);
    }

    @CanIgnoreReturnValue
    private WebhookView settleIf(UUID id, String url, Function<Webhook, WebhookEvent> verb) {
        return settle(
                id,
                webhook -> webhook.isVerifying() && webhook.details().url().equals(url) ? verb.apply(webhook) : null);
    }
}
