package org.coalition.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.coalition.local.api.Answer;
import org.coalition.local.api.Partner;
import org.coalition.local.identity.TokenClient;
import org.coalition.local.stack.Stack;

/** The API as a partner's program would use it, through the gateway. */
final class Api {
    private static final Map<String, String> PARTY = Map.of("code", "GB", "name", "United Kingdom", "kind", "STATE");
    private static final Map<String, Object> MEETING = Map.of(
            "title", "Bench",
            "level", "EXPERT",
            "format", "ONLINE",
            "host", "GB",
            "chair", Map.of("party", "GB"),
            "timeZone", "Europe/London",
            "plannedStart", "2030-01-12T10:00:00Z",
            "plannedEnd", "2030-01-12T13:00:00Z",
            "visibility", "PUBLIC");

    private final AtomicInteger count = new AtomicInteger();
    private final String base;
    private final TokenClient tokens;
    private final String token;
    private final Partner chair;

    Api(Stack stack) {
        this.base = stack.gatewayUrl();
        this.tokens = new TokenClient(stack.issuer());
        this.token = tokens.token("gb-chair");
        this.chair = Partner.of(base, token);
    }

    String token() {
        return token;
    }

    /** A resource as answered: what is needed to change it again and to find its event. */
    record Version(String id, long number, String etag) {
        static Version of(Answer answer) {
            if (!answer.isSuccess()) {
                throw new IllegalStateException("answered " + answer.status() + " " + answer.text());
            }
            return new Version(answer.text("id"), answer.body().path("version").asLong(), answer.header("ETag"));
        }
    }

    /** Makes the party and so many convened meetings; returns the meetings' ids. */
    List<String> prepare(int meetings) {
        Version.of(Partner.of(base, tokens.token("admin")).post("/v1/parties", PARTY));
        return IntStream.range(0, meetings)
                .mapToObj(i -> Version.of(chair.post("/v1/meetings", MEETING)))
                .map(draft -> Version.of(chair.post("/v1/meetings/" + draft.id() + "/convening", draft.etag(), null)))
                .map(Version::id)
                .toList();
    }

    Version read(String meeting) {
        return Version.of(chair.get("/v1/meetings/" + meeting));
    }

    /** One change of a meeting. */
    Version change(Version meeting) {
        return Version.of(chair.patch(
                "/v1/meetings/" + meeting.id(), meeting.etag(), Map.of("title", "Bench " + count.incrementAndGet())));
    }
}
