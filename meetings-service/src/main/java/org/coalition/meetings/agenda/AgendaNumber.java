package org.coalition.meetings.agenda;

import java.util.Arrays;
import java.util.Comparator;
import org.coalition.defaults.problem.RuleViolated;

/** The number of an item: its place, behind that of each item above it, as in {@code 3.1}. */
final class AgendaNumber {
    /** The order of an agenda: an item comes before its sub-items, and 10 after 9. */
    static final Comparator<String> ORDER = (one, other) -> Arrays.compare(path(one), path(other));

    private static final int DEEPEST = 3;

    private AgendaNumber() {}

    /**
     * The number of the item at this place.
     *
     * @param parent the number of the item above; null for one of the agenda itself
     * @throws RuleViolated 422 if the tree would be too deep
     */
    static String under(String parent, int position) {
        if (parent == null) {
            return Integer.toString(position);
        }
        if (path(parent).length == DEEPEST) {
            throw new RuleViolated("", "too-deep", "Item %s is on the lowest of %d levels.".formatted(parent, DEEPEST));
        }
        return parent + "." + position;
    }

    private static int[] path(String number) {
        return Arrays.stream(number.split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
