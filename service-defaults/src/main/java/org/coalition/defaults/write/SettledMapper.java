package org.coalition.defaults.write;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers a request that was settled without being carried out. */
class SettledMapper {
    static final String REPLAYED = "Idempotent-Replayed";

    /** A trial tells no view: there is no such resource. What reports on the request itself is told all the same. */
    @ServerExceptionMapper
    Response settled(Settled settled) {
        GivenAnswer answer = settled.answer();
        if (!settled.isTrial()) {
            return entity(answer).header(REPLAYED, "true").build();
        }
        return answer.path() != null || answer.body() == null
                ? Response.noContent().build()
                : entity(answer).build();
    }

    private static Response.ResponseBuilder entity(GivenAnswer answer) {
        Response.ResponseBuilder response = Response.status(answer.status());
        if (answer.body() == null) {
            return response;
        }
        response.type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"));
        return response.entity(
                answer.path() == null ? answer.body() : new Replayed(answer.tag(), answer.path(), answer.body()));
    }
}
