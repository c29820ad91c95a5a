package org.coalition.defaults.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;

/**
 * The order of a collection: by one property, and by id where that is the same, both in one direction, as an index serves it.
 *
 * @param property of the items
 * @param optional whether an item may be without it
 * @param descending whether the last comes first
 */
public record Sort(String property, boolean optional, boolean descending) {
    /** Ids are given in the order of creation. */
    public static final String CREATION = "id";

    private static final Sort DEFAULT = new Sort(CREATION, false, false);

    /**
     * The order that a caller asks for; that of creation if it does not say.
     *
     * @param declared by the operation; null if it has one order only
     * @throws Malformed 400 if the collection does not declare it
     */
    static Sort of(String given, Sorted declared) {
        if (given == null || declared == null) {
            return DEFAULT;
        }
        boolean descending = given.startsWith("-");
        String property = descending ? given.substring(1) : given;
        boolean optional = List.of(declared.optional()).contains(property);
        if (optional || property.equals(CREATION) || List.of(declared.value()).contains(property)) {
            return new Sort(property, optional, descending);
        }
        throw new Malformed(Fault.in(
                "sort",
                "unknown-sort",
                "This collection is sorted by one of "
                        + String.join(", ", values(List.of(declared.value()), List.of(declared.optional()))) + "."));
    }

    /** What the parameter may say. */
    public static List<String> values(List<String> properties, List<String> optional) {
        List<String> values = new ArrayList<>();
        Stream.of(List.of(CREATION), properties, optional).flatMap(List::stream).forEach(property -> {
            values.add(property);
            values.add("-" + property);
        });
        return values;
    }

    public boolean isByCreation() {
        return property.equals(CREATION);
    }
}
