package org.coalition.gateway.edge;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Optional;
import org.coalition.defaults.problem.Problem;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.defaults.problem.ProblemType;
import org.jboss.logging.MDC;

/** One request and its answer, with what the edge has found out about it. Lives on one event loop. */
public final class Exchange {
    private static final String RETRY_SOON = "2";

    private final HttpServerRequest request;
    private final House house;
    private final TraceContext trace;
    private final boolean hasBody;
    private RateLimits.Charge charge;
    private Target target;
    private Bearer bearer;
    private boolean bodyTaken;
    private boolean closing;
    private boolean parting;

    Exchange(HttpServerRequest request, House house, RateLimits.Charge charge) {
        this.request = request;
        this.house = house;
        this.charge = charge;
        this.hasBody = HeaderCheck.hasBody(request);
        this.trace = TraceContext.of(request.getHeader(House.TRACEPARENT));
        // For every line that is logged on behalf of this request.
        MDC.put("traceId", trace.traceId());
        MDC.put("spanId", trace.spanId());
    }

    public HttpServerRequest request() {
        return request;
    }

    public TraceContext trace() {
        return trace;
    }

    /** The canonical target. */
    public Target target() {
        return target;
    }

    /** Whether the request announces a body; it is paused until somebody takes it. */
    public boolean hasBody() {
        return hasBody;
    }

    /** Says that the body is being read, so that the connection can go on after the answer. */
    public void takeBody() {
        bodyTaken = true;
    }

    /** Says that what is left of the body is of no interest: the connection ends with the answer. */
    public void dropBody() {
        bodyTaken = bodyTaken && request.isEnded();
    }

    /** To be called after an answer that was not given through this class. */
    public void ended() {
        if (hasBody && !bodyTaken) {
            Lingering.discard(request);
        } else if (parting) {
            Lingering.part(request);
        } else if (closing) {
            request.connection().close();
        }
    }

    /** Whose verified token the request carries; empty without one. Known to those whom {@link Reception#admit} lets in. */
    public Optional<Bearer> bearer() {
        return Optional.ofNullable(bearer);
    }

    /** Who is asking, as far as budgets go: the client of the token, else the address of the connection. */
    public String client() {
        return bearer == null ? Reception.address(request) : bearer.client();
    }

    void borneBy(Bearer verified) {
        bearer = verified;
    }

    RateLimits.Charge charge() {
        return charge;
    }

    void charged(RateLimits.Charge charge) {
        this.charge = charge;
    }

    void targets(Target target) {
        this.target = target;
    }

    /** The connection ends with this answer. */
    public void closeAfterwards() {
        closing = true;
    }

    /** The caller is told to end the connection after this answer; if it does not, we do. */
    void partAfterwards() {
        closing = true;
        parting = true;
    }

    /** Puts on the answer's head what every answer carries. */
    public void decorate() {
        HttpServerResponse response = request.response();
        house.apply(this, response.headers());
        if (closing || hasBody && !bodyTaken) {
            response.headers().set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }

    /** Refuses the request with a problem document. */
    public void refuse(ProblemType type, String detail) {
        refuse(type, detail, List.of());
    }

    /** Refuses the request with a problem document that names the places at fault. */
    public void refuse(ProblemType type, String detail, List<Fault> faults) {
        HttpServerResponse response = request.response();
        if (type == ProblemType.UNAVAILABLE && !response.headers().contains(HttpHeaders.RETRY_AFTER)) {
            response.headers().set(HttpHeaders.RETRY_AFTER, RETRY_SOON);
        }
        response.headers().set(HttpHeaders.CACHE_CONTROL, "no-store");
        String instance = target == null ? null : target.path();
        Problem plain = Problem.of(type, detail, instance, trace.traceId());
        Problem problem = faults.isEmpty() ? plain : withFaults(plain, faults);
        answer(type.status(), Problem.MEDIA_TYPE, house.write(problem));
    }

    /** The answer to OPTIONS: what the resource can do, and whether the asking browser application may. */
    public void answerOptions(String methods) {
        HttpServerResponse response = request.response();
        response.headers().set(HttpHeaders.ALLOW, methods);
        house.applyPreflight(this, response.headers(), methods);
        decorate();
        response.setStatusCode(204);
        end(null);
    }

    /** Gives a whole answer. */
    public void answer(int status, String contentType, Buffer body) {
        HttpServerResponse response = request.response();
        if (response.headWritten()) {
            abort();
            return;
        }
        response.setStatusCode(status);
        response.headers().set(HttpHeaders.CONTENT_TYPE, contentType);
        response.headers().set(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()));
        decorate();
        end(request.method() == HttpMethod.HEAD ? null : body);
    }

    /** Answers 304 or a redirection: a head and nothing else. */
    public void answer(int status) {
        decorate();
        request.response().setStatusCode(status);
        end(null);
    }

    /** Breaks the connection, so that half an answer cannot be taken for a whole one. */
    public void abort() {
        request.connection().close();
    }

    private void end(Buffer body) {
        HttpServerResponse response = request.response();
        // A failure to write means that the caller has gone.
        if (body == null) {
            response.end(written -> ended());
        } else {
            response.end(body, written -> ended());
        }
    }

    private static Problem withFaults(Problem plain, List<Fault> faults) {
        return new Problem(
                plain.type(),
                plain.title(),
                plain.status(),
                plain.detail(),
                plain.instance(),
                plain.traceId(),
                null,
                List.of(),
                faults);
    }
}
