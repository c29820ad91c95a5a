package org.coalition.gateway.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import org.coalition.gateway.compose.Cursors.Foreign;
import org.coalition.gateway.compose.Cursors.Place;
import org.coalition.gateway.edge.Exchange;
import org.coalition.gateway.route.Addresses;
import org.coalition.gateway.route.Desk;

/** One walk along the audit trails of all services, a bounded part of each at a time. */
@Singleton
class AuditVerify implements Composition {
    private final Addresses addresses;

    AuditVerify(Addresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public String path() {
        return AuditList.PATH + "/verify";
    }

    @Override
    public void answer(Exchange exchange, Desk desk) {
        Query query = Query.of(exchange.target());
        Map<String, String> questions = new TreeMap<>();
        try {
            Map<String, Place> places = Cursors.read(query.value(Query.CURSOR));
            addresses.names().forEach(service -> {
                Place place = places.getOrDefault(service, Place.BEGIN);
                if (!place.done()) {
                    questions.put(service, AuditList.PATH + '/' + service + "/verify" + query.with(place.cursor()));
                }
            });
        } catch (Foreign foreign) {
            Inquiry.refuseCursor(exchange);
            return;
        }
        if (questions.isEmpty()) {
            // We give out no cursor behind the end.
            Inquiry.refuseCursor(exchange);
            return;
        }
        Inquiry inquiry = new Inquiry(exchange, desk, questions);
        if (query.has("aggregateId")) {
            inquiry.whereOneMayNotKnow();
        }
        inquiry.answer(this::verification);
    }

    private ObjectNode verification(Map<String, JsonNode> parts) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.put("intact", parts.values().stream().allMatch(part -> part.path("intact")
                .booleanValue()));
        parts.forEach(whole::set);
        Map<String, Place> places = new TreeMap<>();
        addresses.names().forEach(service -> {
            String next =
                    parts.containsKey(service) ? parts.get(service).path("next").textValue() : null;
            places.put(service, next == null ? Place.DONE : Place.of(next));
        });
        if (!places.values().stream().allMatch(Place::done)) {
            whole.put("next", Cursors.write(places));
        }
        return whole;
    }
}
