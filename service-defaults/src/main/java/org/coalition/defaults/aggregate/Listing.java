package org.coalition.defaults.aggregate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coalition.defaults.identity.Caller;

/**
 * A list query in the making: what it reads, and the conditions that the caller's filters add. A filter that was not
 * given adds nothing.
 */
public final class Listing {
    private final String from;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

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

    String hql() {
        return hql("e");
    }

    /** The same rows in another order than that of creation; it ends with what is unique. */
    String ordered(String by) {
        return "select e" + body() + " order by " + by;
    }

    /** The same rows, of which this is read. */
    String hql(String select) {
        return "select " + select + body() + " order by e.id";
    }

    /** The same conditions under figures: what to compute, and for each what. */
    String hql(String select, String groupBy) {
        return "select " + select + body() + " group by " + groupBy + " order by " + groupBy;
    }

    private String body() {
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
