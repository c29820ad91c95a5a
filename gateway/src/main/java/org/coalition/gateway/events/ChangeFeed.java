package org.coalition.gateway.events;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalition.gateway.compose.Composition;
import org.coalition.gateway.edge.Exchange;
import org.coalition.gateway.route.Desk;

/** {@code GET /v1/changes}: the same events as the stream, for those who poll. */
@Singleton
class ChangeFeed implements Composition {
    private static final String LIMIT = "limit";
    private static final int DEFAULT = 50;
    private static final int MOST = 200;
    private static final Set<String> PARAMETERS = Stream.concat(
                    Wanted.PARAMETERS.stream(), Stream.of(Since.PARAMETER, LIMIT))
            .collect(Collectors.toUnmodifiableSet());

    private final StreamTools tools;

    ChangeFeed(StreamTools tools) {
        this.tools = tools;
    }

    @Override
    public String path() {
        return "/v1/changes";
    }

    @Override
    public void answer(Exchange exchange, Desk desk) {
        try {
            Asked asked = Asked.of(exchange.target().query(), PARAMETERS);
            Viewer viewer = new Viewer(exchange.bearer().flatMap(bearer -> bearer.party()));
            Subscription subscription = new Subscription(viewer, Wanted.of(asked));
            String given = asked.one(Since.PARAMETER);
            if (given == null) {
                throw new BadQuery(
                        Since.PARAMETER,
                        "missing",
                        "Say from where: 'start' for all that is there now and what follows, a time (RFC 3339), or the 'next' of the answer before.");
            }
            Since since = Since.of(given, Since.PARAMETER, tools.cursors());
            new ChangePage(exchange, desk, tools, subscription, limit(asked.one(LIMIT))).from(since);
        } catch (BadQuery bad) {
            Refusing.query(exchange, bad);
        }
    }

    private static int limit(String asked) throws BadQuery {
        if (asked == null) {
            return DEFAULT;
        }
        if (!asked.matches("0*[1-9][0-9]{0,8}")) {
            throw new BadQuery(
                    LIMIT, "malformed", "The limit is a number of events, 1 or more; more than 200 is read as 200.");
        }
        return Math.min(Integer.parseInt(asked), MOST);
    }
}
