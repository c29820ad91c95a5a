package org.coalition.defaults.openapi;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Which refusals an operation can meet, by what it takes and who may call it. */
final class Refusals {
    private Refusals() {}

    /** Adds all of them to the components, by which the operations name them. */
    static void define(Components components) {
        for (Refusal refusal : Refusal.values()) {
            components.addResponse(refusal.name(), refusal.response());
        }
    }

    static List<Refusal> of(PathItem.HttpMethod verb, Operation operation, List<String> roles) {
        TreeSet<Refusal> refusals = new TreeSet<>(List.of(
                Refusal.MalformedRequest,
                Refusal.Unauthorized,
                Refusal.NotFound,
                Refusal.NotAcceptable,
                Refusal.RateLimited,
                Refusal.InternalError,
                Refusal.Unavailable));
        if (!roles.contains("anonymous")) {
            refusals.add(Refusal.Forbidden);
        }
        if (verb != PathItem.HttpMethod.GET) {
            refusals.addAll(List.of(Refusal.Conflict, Refusal.PayloadTooLarge));
        }
        // A key of an earlier request that was another one.
        if (verb == PathItem.HttpMethod.POST || takesWhatBreaksAConstraint(operation)) {
            refusals.add(Refusal.InvalidRequest);
        }
        if (operation.getRequestBody() != null) {
            refusals.addAll(List.of(Refusal.UnsupportedMediaType, Refusal.InvalidRequest));
        }
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()))) {
            refusals.addAll(List.of(Refusal.StaleVersion, Refusal.PreconditionRequired));
        }
        return List.copyOf(refusals);
    }

    private static boolean takesWhatBreaksAConstraint(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .map(Parameter::getSchema)
                        .filter(Objects::nonNull)
                        .anyMatch(schema -> schema.getPattern() != null
                                || schema.getMaxLength() != null
                                || schema.getMaxItems() != null
                                || schema.getMaximum() != null);
    }
}
