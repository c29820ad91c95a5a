package org.coalition.gateway.compose;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.coalition.gateway.compose.Cursors.Foreign;
import org.coalition.gateway.compose.Cursors.Place;
import org.coalition.gateway.edge.Exchange;
import org.coalition.gateway.route.Addresses;
import org.coalition.gateway.route.Desk;

/** The audit trails of all services as one list. */
@Singleton
class AuditList implements Composition {
    static final String PATH = "/v1/audit";
    private static final int DEFAULT = 50;
    private static final int MOST = 200;

    private final Addresses addresses;

    AuditList(Addresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void answer(Exchange exchange, Desk desk) {
        Query query = Query.of(exchange.target());
        Map<String, Place> places;
        try {
            places = places(query.value(Query.CURSOR));
        } catch (Foreign foreign) {
            Inquiry.refuseCursor(exchange);
            return;
        }
        Map<String, String> questions = new TreeMap<>();
        addresses.names().forEach(service -> {
            String cursor = places.getOrDefault(service, Place.BEGIN).cursor();
            questions.put(service, PATH + '/' + service + query.with(cursor));
        });
        int limit = limit(query.value("limit"));
        new Inquiry(exchange, desk, questions)
                .answer((Map<String, JsonNode> pages) -> MergedTrails.of(pages, places, limit));
    }

    private static Map<String, Place> places(String cursor) throws Foreign {
        Map<String, Place> places = Cursors.read(cursor);
        for (Place place : places.values()) {
            try {
                if (place.at() != null) {
                    Instant.parse(place.at());
                }
            } catch (DateTimeException garbled) {
                throw new Foreign();
            }
        }
        return places;
    }

    /** The services refuse what is no limit, before this one is of use. */
    private static int limit(String asked) {
        try {
            return asked == null ? DEFAULT : Math.min(Integer.parseInt(asked), MOST);
        } catch (NumberFormatException refusedByTheServices) {
            return DEFAULT;
        }
    }
}
