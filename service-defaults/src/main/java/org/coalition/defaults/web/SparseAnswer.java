package org.coalition.defaults.web;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Leaves out of an answer what the caller did not ask for by {@code ?fields=id,title}: of a resource, or of each item of a page. It
 * happens when the answer is written, so that every read can do it; the ETag stays that of the whole resource, which is what
 * {@code If-Match} wants.
 */
public class SparseAnswer {
    /** What is never left out, where it is known: without these an answer could not be told apart nor be held to its contract. */
    public static final Set<String> KEPT = Set.of("id", "version");

    static final String PARAMETER = "fields";
    /** After the headers were taken from the whole answer. */
    private static final int LAST = 1000;

    private final ObjectMapper json;
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    SparseAnswer(ObjectMapper json) {
        this.json = json;
    }

    /** Whether an operation answers with one JSON object, or a page of them, and with nothing else. */
    static boolean isPossible(Method method) {
        Produces produces = method.isAnnotationPresent(Produces.class)
                ? method.getAnnotation(Produces.class)
                : method.getDeclaringClass().getAnnotation(Produces.class);
        return method.isAnnotationPresent(GET.class)
                && !method.getDeclaringClass().isAnnotationPresent(Whole.class)
                && produces != null
                && Arrays.equals(produces.value(), new String[] {MediaType.APPLICATION_JSON})
                && shown(method) instanceof Class<?> type
                && type.isRecord();
    }

    @ServerRequestFilter
    void refuseUnknown(ContainerRequestContext request, ResourceInfo operation) {
        List<String> wanted = wanted(request);
        if (wanted.isEmpty() || !isPossible(operation.getResourceMethod())) {
            return;
        }
        Set<String> names = known.computeIfAbsent(operation.getResourceMethod(), this::names);
        List<Fault> faults = new ArrayList<>();
        wanted.stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> faults.add(Fault.in(
                        PARAMETER,
                        "unknown-field",
                        "There is no field '" + name + "'; there are " + String.join(", ", names) + ".")));
        if (!faults.isEmpty()) {
            throw new Malformed(faults);
        }
    }

    @ServerResponseFilter(priority = LAST)
    void leaveOut(ContainerRequestContext request, ContainerResponseContext answer, ResourceInfo operation) {
        List<String> wanted = wanted(request);
        if (!wanted.isEmpty() && answer.getEntity() instanceof Record whole && isRead(answer, operation)) {
            Set<String> kept = new HashSet<>(wanted);
            kept.addAll(KEPT);
            ObjectNode shown = json.valueToTree(whole);
            if (whole instanceof Page<?>) {
                for (JsonNode item : shown.path("items")) {
                    ((ObjectNode) item).retain(kept);
                }
            } else {
                shown.retain(kept);
            }
            answer.setEntity(shown);
        }
    }

    private static boolean isRead(ContainerResponseContext answer, ResourceInfo operation) {
        return answer.getStatus() == 200
                && operation.getResourceMethod() != null
                && isPossible(operation.getResourceMethod());
    }

    private static List<String> wanted(ContainerRequestContext request) {
        String fields = request.getUriInfo().getQueryParameters().getFirst(PARAMETER);
        return fields == null ? List.of() : List.of(fields.split(",", -1));
    }

    private Set<String> names(Method method) {
        JavaType type = json.constructType(shown(method));
        return json.getSerializationConfig().introspect(type).findProperties().stream()
                .filter(BeanPropertyDefinition::couldSerialize)
                .map(BeanPropertyDefinition::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Type shown(Method method) {
        return method.getGenericReturnType() instanceof ParameterizedType page && page.getRawType() == Page.class
                ? page.getActualTypeArguments()[0]
                : method.getReturnType();
    }
}
