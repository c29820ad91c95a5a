package org.coalition.gateway.events;

import java.util.Set;

/**
 * Who may know of a resource: the rule that guards reads in the services, by what they put on their records.
 *
 * @param parties that may know of it if it is for listed ones only; null otherwise
 */
record Circle(boolean everybody, Set<String> parties) {
    static final Circle NOBODY = new Circle(false, Set.of());
    private static final Circle PUBLIC = new Circle(true, null);
    private static final Circle COALITION = new Circle(false, null);
    /** A list without a party: no party has this code. */
    private static final String EMPTY = "-";

    /** Reads {@code PUBLIC}, {@code COALITION} or codes of parties with commas. */
    static Circle of(String text) {
        return switch (text) {
            case "PUBLIC" -> PUBLIC;
            case "COALITION" -> COALITION;
            case EMPTY -> NOBODY;
            default -> new Circle(false, Set.of(text.split(",", -1)));
        };
    }

    boolean includes(Viewer viewer) {
        if (everybody) {
            return true;
        }
        return viewer.party().isPresent()
                && (parties == null || parties.contains(viewer.party().get()));
    }
}
