package org.coalition.gateway.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How events are turned into deliveries and sent. */
@ConfigMapping(prefix = "coalition.deliveries")
public interface DeliveryConfig {
    /** Pauses before each try of a delivery; those of Standard Webhooks 1.0.0, ten tries in 75 hours. */
    @WithDefault("0s,5s,5m,30m,2h,5h,10h,14h,20h,24h")
    List<Duration> schedule();

    /** By how much of a pause it may be longer, so that what failed together does not come back together. */
    @WithDefault("0.1")
    double jitter();

    /** An endpoint without a success for so long is not tried any more, once the tries of a delivery are used up. */
    @WithDefault("72h")
    Duration disableAfter();

    /** Requests to one endpoint at a time, from each instance; one while it fails. */
    @WithDefault("8")
    int atOnce();

    /** Requests to all endpoints at a time, from each instance. */
    @WithDefault("1024")
    int inAll();

    /** How often each instance looks for what is due, if nothing tells it to. */
    @WithDefault("200ms")
    Duration poll();

    /** After this a delivery that an instance has taken is another's; longer than the patience with an endpoint. */
    @WithDefault("30s")
    Duration claim();

    /** How long the instance that reads the event log stays the one to do so. */
    @WithDefault("5s")
    Duration lease();

    /** Events read at once. */
    @WithDefault("500")
    int batch();

    /** Deliveries that one replay may bring about. */
    @WithDefault("10000")
    int replayMost();

    /** How long deliveries are kept, whatever became of them. */
    @WithDefault("30d")
    Duration keep();

    /** Age of the oldest delivery due from which health says degraded. */
    @WithDefault("30s")
    Duration degradedAfter();
}
