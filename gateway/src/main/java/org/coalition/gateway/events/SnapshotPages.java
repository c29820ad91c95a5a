package org.coalition.gateway.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.coalition.defaults.problem.ProblemType;
import org.coalition.gateway.edge.Exchange;
import org.coalition.gateway.route.Desk;
import org.coalition.gateway.route.Told;

/**
 * What is there now, of all services, as events: each service is asked in the caller's name, page by page, and so tells what the caller
 * may see. The end of the log was noted before; what changes meanwhile follows from there, perhaps a second time, with its version.
 */
@Singleton
class SnapshotPages {
    private static final Circle EVERYBODY = Circle.of("PUBLIC");
    /** The properties by which a resource names the root of its stream, the nearest first. */
    private static final List<String> ROOTS = List.of("needId", "meetingId", "initiativeId", "id");

    private final List<String> services;
    private final ObjectMapper json;

    SnapshotPages(EventsConfig config, ObjectMapper json) {
        this.services = config.services();
        this.json = json;
    }

    /** A page of what is there now, and the place behind it. */
    record Page(List<LoggedEvent> events, Cursor next) {}

    /** A service did not tell; what it said instead. */
    static final class Untold extends Exception {
        private static final long serialVersionUID = 1;

        private final ProblemType type;

        Untold(ProblemType type, String detail) {
            super(detail, null, false, false);
            this.type = type;
        }

        ProblemType type() {
            return type;
        }
    }

    /** The next page at this place, which lies within what is there now. */
    Future<Page> ask(Exchange exchange, Desk desk, Cursor place, int limit) {
        Cursor.Snapshot part = place.snapshot();
        if (part.service() >= services.size()) {
            return Future.succeededFuture(new Page(List.of(), Cursor.of(place.offsets())));
        }
        String service = services.get(part.service());
        String from =
                part.cursor().isEmpty() ? "" : "&cursor=" + URLEncoder.encode(part.cursor(), StandardCharsets.UTF_8);
        return desk.askForJson(exchange, service, "/v1/snapshot/" + service + "?limit=" + limit + from)
                .compose(told -> page(told, place));
    }

    private Future<Page> page(Told told, Cursor place) {
        if (told.status() != 200) {
            ProblemType type = told.status() < 400 || told.status() == 404
                    ? ProblemType.BAD_GATEWAY
                    : ProblemType.ofStatus(told.status());
            return Future.failedFuture(new Untold(type, type.advice()));
        }
        try {
            JsonNode page = json.readTree(told.body().getBytes());
            List<LoggedEvent> events = new ArrayList<>();
            for (JsonNode item : page.path("items")) {
                events.add(event(item));
            }
            return Future.succeededFuture(
                    new Page(events, next(place, page.path("next").textValue())));
        } catch (IOException e) {
            return Future.failedFuture(new Untold(ProblemType.BAD_GATEWAY, ProblemType.BAD_GATEWAY.advice()));
        }
    }

    private Cursor next(Cursor place, String cursor) {
        int service = place.snapshot().service();
        if (cursor != null) {
            return place.within(new Cursor.Snapshot(service, cursor));
        }
        return service + 1 < services.size()
                ? place.within(new Cursor.Snapshot(service + 1, ""))
                : Cursor.of(place.offsets());
    }

    private LoggedEvent event(JsonNode item) throws JsonProcessingException {
        List<String> attributes = new ArrayList<>();
        item.properties().forEach(property -> {
            if (!property.getKey().equals("data")) {
                attributes.add(property.getKey());
                attributes.add(property.getValue().asText());
            }
        });
        return new LoggedEvent(root(item), attributes, json.writeValueAsBytes(item.path("data")), EVERYBODY, EVERYBODY);
    }

    private static String root(JsonNode item) {
        JsonNode after = item.path("data").path("after");
        // A need stands by itself, whatever initiative it is for.
        List<String> roots = item.path("subject").asText().matches("/v1/needs/[^/]+") ? List.of("id") : ROOTS;
        return roots.stream()
                .map(name -> after.path(name).asText())
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
    }
}
