package org.coalition.defaults.web;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses OPTIONS like any method that a path does not have; the framework would announce methods that it lacks. */
class NoOptions {
    private final AllowedMethods methods;

    NoOptions(AllowedMethods methods) {
        this.methods = methods;
    }

    @ServerRequestFilter(preMatching = true)
    void refuse(ContainerRequestContext request) {
        if (!request.getMethod().equals(HttpMethod.OPTIONS)) {
            return;
        }
        if (methods.at(request.getUriInfo().getPath()).isEmpty()) {
            throw new NotFoundException();
        }
        throw new NotAllowedException(Response.status(Response.Status.METHOD_NOT_ALLOWED)
                .header("Allow", "")
                .build());
    }
}
