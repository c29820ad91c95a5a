package org.coalition.defaults.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.defaults.problem.ProblemException;
import org.coalition.defaults.problem.RuleViolated;

/** Bean Validation's findings as faults with their places: all of them at once, in a stable order. */
final class Violations {
    private Violations() {}

    static ProblemException of(ConstraintViolationException violations) {
        List<Fault> faults = violations.getConstraintViolations().stream()
                .map(Violations::fault)
                .sorted(Comparator.comparing((Fault fault) -> String.valueOf(fault.pointer()))
                        .thenComparing(fault -> String.valueOf(fault.parameter()))
                        .thenComparing(Fault::code))
                .toList();
        boolean noBody = faults.stream().anyMatch(fault -> "".equals(fault.pointer()));
        return noBody
                ? new Malformed(Fault.at("", "no-body", "The request needs a JSON object as its body."))
                : new RuleViolated(faults);
    }

    /** A constraint on a method's parameter is met as method.parameter[.property…]; one on a bean as property…. */
    private static Fault fault(ConstraintViolation<?> violation) {
        List<Path.Node> nodes = new ArrayList<>();
        violation.getPropertyPath().forEach(nodes::add);
        boolean onMethod = !nodes.isEmpty() && nodes.get(0).getKind() == ElementKind.METHOD;
        List<Path.Node> inside = onMethod ? nodes.subList(2, nodes.size()) : nodes;
        String code = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
        boolean body = !onMethod
                || !inside.isEmpty()
                || violation.getConstraintDescriptor().getAnnotation() instanceof NotNull;
        String pointer = pointer(inside);
        String queried = queryParameter(violation.getLeafBean(), pointer);
        if (queried != null) {
            return Fault.in(queried, code, queried + " " + violation.getMessage() + ".");
        }
        return body
                ? Fault.at(pointer, code, last(inside) + violation.getMessage() + ".")
                : Fault.in(nodes.get(1).getName(), code, nodes.get(1).getName() + " " + violation.getMessage() + ".");
    }

    /** The name of the query parameter that a bean of parameters keeps here; null if it is no such bean. */
    private static String queryParameter(Object bean, String pointer) {
        return bean == null
                ? null
                : Arrays.stream(bean.getClass().getDeclaredFields())
                        .filter(field -> pointer.equals("/" + field.getName()))
                        .filter(field -> field.isAnnotationPresent(QueryParam.class))
                        .map(field -> field.getAnnotation(QueryParam.class).value())
                        .findFirst()
                        .orElse(null);
    }

    private static String last(List<Path.Node> nodes) {
        for (int i = nodes.size() - 1; i >= 0; i--) {
            if (nodes.get(i).getKind() == ElementKind.PROPERTY) {
                return nodes.get(i).getName() + " ";
            }
        }
        return "";
    }

    private static String pointer(List<Path.Node> nodes) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : nodes) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }
}
