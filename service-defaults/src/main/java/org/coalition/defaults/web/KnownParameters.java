package org.coalition.defaults.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a query parameter that the operation does not have, that is given twice, or that says nothing: a misspelt filter
 * is no filter, and an empty one is none either.
 */
class KnownParameters {
    /** Stands where the bytes were no UTF-8. */
    private static final char UNREADABLE = '\ufffd';

    /** What every operation takes that changes something. */
    private static final String VALIDATE_ONLY = "validateOnly";

    private static final Set<Class<? extends Annotation>> WRITES =
            Set.of(POST.class, PUT.class, PATCH.class, DELETE.class);

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void refuseUnknown(ContainerRequestContext request, ResourceInfo resource) {
        Map<String, List<String>> given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty()) {
            return;
        }
        Set<String> names = known.computeIfAbsent(resource.getResourceMethod(), KnownParameters::names);
        List<Fault> faults = new ArrayList<>();
        given.forEach((name, values) -> {
            if (!names.contains(name)) {
                faults.add(Fault.in(
                        name,
                        "unknown-parameter",
                        names.isEmpty()
                                ? "This operation takes no query parameters."
                                : "This operation takes " + String.join(", ", names) + "."));
            } else if (values.size() > 1) {
                faults.add(Fault.in(name, "repeated-parameter", name + " is given once at most."));
            } else if (values.get(0).isEmpty()) {
                faults.add(Fault.in(name, "empty-parameter", name + " has no value; leave it out or give it one."));
            } else if (!StrictScalars.isStorable(values.get(0)) || values.get(0).indexOf(UNREADABLE) >= 0) {
                faults.add(Fault.in(name, "bad-character", name + " holds a character that cannot be read."));
            }
        });
        if (!faults.isEmpty()) {
            throw new Malformed(faults);
        }
    }

    private static Set<String> names(Method method) {
        Set<String> names = new TreeSet<>();
        if (isWrite(method)) {
            names.add(VALIDATE_ONLY);
        }
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(QueryParam.class)) {
                names.add(parameter.getAnnotation(QueryParam.class).value());
            }
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    if (field.isAnnotationPresent(QueryParam.class)) {
                        names.add(field.getAnnotation(QueryParam.class).value());
                    }
                }
            }
        }
        if (!method.isAnnotationPresent(Sorted.class)) {
            names.remove(PageQuery.SORT);
        }
        if (SparseAnswer.isPossible(method)) {
            names.add(SparseAnswer.PARAMETER);
        }
        return names;
    }

    private static boolean isWrite(Method method) {
        return WRITES.stream().anyMatch(method::isAnnotationPresent);
    }
}
