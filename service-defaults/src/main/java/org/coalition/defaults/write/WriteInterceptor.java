package org.coalition.defaults.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.HttpMethod;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.defaults.web.Representation;
import org.hibernate.Session;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What every operation that changes something has, around its method and in its transaction: it can be tried without effect
 * ({@code validateOnly}), and a POST can be repeated with an {@code Idempotency-Key} and is carried out once. The answer is
 * kept in the commit of the change, so that neither is ever without the other. A refusal is not kept: it changed nothing,
 * and the next try may succeed.
 */
@WriteOperation
@Interceptor
@Priority(WriteInterceptor.AFTER_VALIDATION)
class WriteInterceptor {
    static final int AFTER_VALIDATION = Interceptor.Priority.PLATFORM_AFTER + 900;
    static final String VALIDATE_ONLY = "validateOnly";

    private final Door door;
    private final GivenAnswers answers;
    private final Caller caller;
    private final Session session;
    private final CurrentVertxRequest current;
    private final ObjectMapper json;

    WriteInterceptor(
            Door door,
            GivenAnswers answers,
            Caller caller,
            Session session,
            CurrentVertxRequest current,
            ObjectMapper json) {
        this.door = door;
        this.answers = answers;
        this.caller = caller;
        this.session = session;
        this.current = current;
        this.json = json;
    }

    @AroundInvoke
    Object around(InvocationContext operation) {
        RoutingContext exchange = current.getCurrent();
        HttpServerRequest request = exchange.request();
        if (isTrial(request)) {
            return door.together(() -> attempt(operation));
        }
        String key = request.getHeader(IdempotencyKey.HEADER);
        return key == null || !request.method().name().equals(HttpMethod.POST)
                ? proceed(operation)
                : once(
                        operation,
                        IdempotencyKey.parse(key),
                        RequestBody.digest(exchange, request.method().name(), request.uri()));
    }

    private Object attempt(InvocationContext operation) {
        Object result = proceed(operation);
        // What is checked at the commit is checked now.
        session.createNativeMutationQuery("set constraints all immediate").executeUpdate();
        throw Settled.onTrial(answer(operation, result));
    }

    private Object once(InvocationContext operation, String key, byte[] request) {
        String who = caller.partyOrNone() + ' ' + caller.subject();
        return door.together(() -> {
            answers.take(who, key, request).ifPresent(known -> {
                throw Settled.before(known);
            });
            Object result = proceed(operation);
            answers.give(who, key, answer(operation, result));
            return result;
        });
    }

    private GivenAnswer answer(InvocationContext operation, Object result) {
        if (result instanceof RestResponse<?> response) {
            return answer(response.getStatus(), response.getEntity());
        }
        ResponseStatus declared = operation.getMethod().getAnnotation(ResponseStatus.class);
        return answer(declared != null ? declared.value() : result == null ? 204 : 200, result);
    }

    private GivenAnswer answer(int status, Object entity) {
        try {
            String body = entity == null ? null : json.writeValueAsString(entity);
            return entity instanceof Representation shown
                    ? new GivenAnswer(status, body, shown.tag(), shown.path())
                    : new GivenAnswer(status, body, null, null);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer could not be written", e);
        }
    }

    private static boolean isTrial(HttpServerRequest request) {
        String asked = request.getParam(VALIDATE_ONLY);
        if (asked == null || asked.equals("false")) {
            return false;
        }
        if (!asked.equals("true")) {
            throw new Malformed(Fault.in(VALIDATE_ONLY, "not-a-boolean", "validateOnly is true or false."));
        }
        return true;
    }

    private static Object proceed(InvocationContext operation) {
        try {
            return operation.proceed();
        } catch (RuntimeException refusal) {
            throw refusal;
        } catch (Exception e) {
            throw new IllegalStateException("Operations throw unchecked exceptions only", e);
        }
    }
}
