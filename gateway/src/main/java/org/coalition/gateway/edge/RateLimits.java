package org.coalition.gateway.edge;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The budgets of the clients, and the fields that tell them (draft-ietf-httpapi-ratelimit-headers). A client is the
 * one that its verified token names, else the address of its connection; no header can change that.
 */
@Singleton
public class RateLimits {
    private final LoadingCache<String, Bucket> buckets;
    private final String policy;

    RateLimits(EdgeConfig config) {
        EdgeConfig.Rate rate = config.rate();
        Bandwidth bandwidth = Bandwidth.builder()
                .capacity(rate.burst())
                .refillGreedy(rate.perSecond(), Duration.ofSeconds(1))
                .build();
        this.policy = "\"client\";q=" + rate.burst() + ";w=" + Math.max(1, ceil(rate.burst(), rate.perSecond()));
        this.buckets = Caffeine.newBuilder()
                .maximumSize(rate.clients())
                // After this time a bucket would be full again anyway.
                .expireAfterAccess(Duration.ofSeconds(ceil(rate.burst(), rate.perSecond()) + 60))
                .build(client -> Bucket.builder().addLimit(bandwidth).build());
    }

    /** Takes one request off the client's budget. */
    Charge charge(String client) {
        ConsumptionProbe probe = buckets.get(client).tryConsumeAndReturnRemaining(1);
        return new Charge(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForReset()),
                seconds(probe.getNanosToWaitForRefill()));
    }

    /** The value of {@code RateLimit-Policy}. */
    String policy() {
        return policy;
    }

    private static long seconds(long nanos) {
        return ceil(nanos, TimeUnit.SECONDS.toNanos(1));
    }

    private static long ceil(long dividend, long divisor) {
        return (dividend + divisor - 1) / divisor;
    }

    /**
     * What a request did to the budget.
     *
     * @param granted whether there was something left
     * @param remaining requests left now
     * @param reset seconds until the budget is whole again
     * @param retryAfter seconds until the next request would be granted
     */
    record Charge(boolean granted, long remaining, long reset, long retryAfter) {
        /** The value of {@code RateLimit}. */
        String field() {
            return "\"client\";r=" + remaining + ";t=" + reset;
        }
    }
}
