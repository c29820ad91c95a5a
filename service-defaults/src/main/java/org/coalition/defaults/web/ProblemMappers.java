package org.coalition.defaults.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import java.sql.SQLException;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.JsonFaults;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.defaults.problem.ProblemException;
import org.coalition.defaults.problem.ProblemType;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.defaults.problem.StaleVersion;
import org.coalition.defaults.problem.TooLarge;
import org.coalition.defaults.problem.Unavailable;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every way in which a request can fail, mapped to a problem document; one method per category. */
@Singleton
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String CHALLENGE = "Bearer realm=\"coalition\"";

    private final AllowedMethods methods;

    ProblemMappers(AllowedMethods methods) {
        this.methods = methods;
    }

    @ServerExceptionMapper
    Response refused(ProblemException refusal, RoutingContext request) {
        return answer(refusal, request);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException violations, RoutingContext request) {
        return answer(Violations.of(violations), request);
    }

    @ServerExceptionMapper({MismatchedInputException.class, StreamConstraintsException.class})
    Response unreadable(JsonProcessingException failure, RoutingContext request) {
        return answer(JsonFaults.of(failure), request);
    }

    /** Bytes that are no text in the encoding they claim. */
    @ServerExceptionMapper
    Response undecodable(CharConversionException failure, RoutingContext request) {
        return answer(new Malformed(Fault.at("", "not-json", "The body is not well-formed JSON in UTF-8.")), request);
    }

    @ServerExceptionMapper
    Response tooLarge(BodyLimit.Exceeded failure, RoutingContext request) {
        return answer(new TooLarge(failure.getMessage()), request);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized(SecurityException failure, RoutingContext request) {
        boolean sent = request.request().getHeader(HttpHeaders.AUTHORIZATION) != null;
        return Response.fromResponse(answer(
                        ProblemType.UNAUTHORIZED,
                        sent ? "The access token is not valid here, or no longer." : "This needs an access token.",
                        request))
                .header(HttpHeaders.WWW_AUTHENTICATE, sent ? CHALLENGE + ", error=\"invalid_token\"" : CHALLENGE)
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure, RoutingContext request) {
        return answer(ProblemType.FORBIDDEN, "Your token's roles do not include one that this needs.", request);
    }

    @ServerExceptionMapper
    Response notFound(NotFoundException failure, RoutingContext request) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException refusal) {
                return answer(refusal, request);
            }
        }
        return answer(ProblemType.NOT_FOUND, "There is nothing at this path.", request);
    }

    @ServerExceptionMapper
    Response framework(WebApplicationException failure, RoutingContext request) {
        if (failure.getCause() instanceof ProblemException refusal) {
            return answer(refusal, request);
        }
        if (failure.getCause() instanceof JsonProcessingException unreadable) {
            return answer(JsonFaults.of(unreadable), request);
        }
        Response meant = failure.getResponse();
        ProblemType type = ProblemType.ofStatus(meant.getStatus());
        if (type == ProblemType.INTERNAL_ERROR) {
            return unexpected(failure, request);
        }
        Response answer = answer(type, type.advice(), request);
        return type == ProblemType.METHOD_NOT_ALLOWED
                ? Response.fromResponse(answer)
                        .header(HttpHeaders.ALLOW, methods.at(request.request().path()))
                        .build()
                : answer;
    }

    @ServerExceptionMapper({OptimisticLockException.class, StaleStateException.class})
    Response lostRace(RuntimeException failure, RoutingContext request) {
        return answer(new StaleVersion("Another writer was faster; read the resource again."), request);
    }

    @ServerExceptionMapper({PersistenceException.class, SQLException.class, Throwable.class})
    Response unexpected(Throwable failure, RoutingContext request) {
        return switch (SqlFault.of(failure)) {
            case DUPLICATE ->
                answer(
                        new Conflict("Another writer was faster: what the request would add is already there."),
                        request);
            case DANGLING -> answer(new Conflict("The request refers to something that is not there."), request);
            case REFUSED -> answer(new RuleViolated("", "refused", "A value is outside of what can be kept."), request);
            case BAD_TEXT ->
                answer(
                        new Malformed(Fault.at("", "bad-character", "A text holds a character that cannot be kept.")),
                        request);
            case AWAY, LOST_RACE -> {
                LOG.warnf("Database not available: %s", failure.getMessage());
                yield answer(new Unavailable("The database is not available now."), request);
            }
            case OTHER -> {
                LOG.errorf(
                        failure,
                        "Request failed, trace %s",
                        CurrentTrace.of(request).traceId());
                yield answer(ProblemType.INTERNAL_ERROR, ProblemType.INTERNAL_ERROR.advice(), request);
            }
        };
    }

    private static Response answer(ProblemException refusal, RoutingContext request) {
        Problem problem = refusal.problem(
                request.request().path(), CurrentTrace.of(request).traceId());
        return answer(problem);
    }

    private static Response answer(ProblemType type, String detail, RoutingContext request) {
        return answer(Problem.of(
                type, detail, request.request().path(), CurrentTrace.of(request).traceId()));
    }

    private static Response answer(Problem problem) {
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (problem.status() == ProblemType.UNAVAILABLE.status()) {
            answer.header(HttpHeaders.RETRY_AFTER, 2);
        }
        return answer.build();
    }
}
