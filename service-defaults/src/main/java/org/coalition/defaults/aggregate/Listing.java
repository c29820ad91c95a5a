package org.coalition.defaults.aggregate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.coalition.defaults.identity.Caller;

/**
 * A list query in the making: what it reads, and the conditions that the caller's filters add. A filter that was not
 * given adds nothing.
 */
public final class Listing {
    private static final Pattern ALIAS = Pattern.compile("(?:^|join )\\S+ (\\w+)");

    private final String from;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private String having = "";
    private final Map<String, String> paths = new HashMap<>();

    private Listing(String from) {
        this.from = from;
    }

    /** Reads {@code e} out of an HQL from-clause, such as {@code "Decision e join Meeting m on m.id = e.meetingId"}. */
    public static Listing from(String from) {
        return new Listing(from);
    }

    /** Keeps what this caller may know of, by a condition over {@code :party}. */
    public Listing visible(String condition, Caller caller) {
        conditions.add(condition);
        parameters.put("party", caller.partyOrNone());
        return this;
    }

    /** Keeps what meets the condition, which names the parameter; nothing is added for a null value. */
    public Listing and(String condition, String parameter, Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(parameter, value);
        }
        return this;
    }

    /**
     * Keeps what the words of a search are found in; nothing is added for null. Words are matched by their stems, a phrase stands
     * in quotes, a minus excludes.
     *
     * <p>The words are asked for twice: PostgreSQL takes a word that it has not counted for one in 200 rows, and would rather
     * walk through all of them than look it up; twice, it is one in 40,000. The part that is never true keeps it from one
     * plan for all words, by which a word of every row would be looked up as well.
     *
     * @param document the path of a {@code tsvector}
     */
    public Listing matching(String document, String words) {
        return and(
                ("cast(sql('? @@ websearch_to_tsquery(''english'', ?)"
                                + " and (length(?) < 0 or ? @@ websearch_to_tsquery(''english'', ?))',"
                                + " %1$s, :words, :words, %1$s, :words) as Boolean) = true")
                        .formatted(document),
                "words",
                words);
    }

    /** Keeps what meets the condition, which names no parameter or one of {@link #with}. */
    public Listing and(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Says where in {@code e} a property lies by which the collection may be sorted, if not at {@code e.<property>}. */
    public Listing sortable(String property, String path) {
        paths.put(property, path);
        return this;
    }

    /** Gives a value to a parameter that several conditions name. */
    public Listing with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    /** Keeps of the figures those of which this holds. */
    public Listing having(String condition) {
        having = " having " + condition;
        return this;
    }

    /** The name of the entity that is {@code e}. */
    String entity() {
        return from.split(" ", 2)[0];
    }

    /** All that the from-clause names, {@code e} first. */
    String aliases() {
        return ALIAS.matcher(from).results().map(named -> named.group(1)).collect(Collectors.joining(", "));
    }

    /** Where in {@code e} a property lies. */
    String path(String property) {
        return paths.getOrDefault(property, "e." + property);
    }

    /** The same rows in another order than that of creation; it ends with what is unique. */
    String ordered(String by) {
        return ordered("e", by);
    }

    /** The same rows in that order, of which this is read. */
    String ordered(String select, String by) {
        return "select " + select + body() + " order by " + by;
    }

    /** The same rows, of which this is read. */
    String hql(String select) {
        return "select " + select + body() + " order by e.id";
    }

    /** The same conditions under figures: what to compute, and for each what. */
    String hql(String select, String groupBy) {
        return "select " + select + body() + " group by " + groupBy + having + " order by " + groupBy;
    }

    /** The same conditions under figures over all of the rows. */
    String figures(String select) {
        return "select " + select + body();
    }

    private String body() {
        if (conditions.isEmpty()) {
            return " from " + from;
        }
        return " from " + from + " where "
                + String.join(
                        " and ",
                        conditions.stream()
                                .map(condition -> "(" + condition + ")")
                                .toList());
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
