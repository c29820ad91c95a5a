package org.coalition.defaults.aggregate;

import java.util.Locale;

/** The CloudEvents type of an event, derived from its Java name. */
final class EventName {
    private EventName() {}

    /** For the noun {@code meeting}, {@code ChairReplaced} gives {@code org.coalition.meeting.chair-replaced.v1}. */
    static String of(String noun, Class<? extends DomainEvent> event) {
        String verb =
                event.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return of(noun, verb);
    }

    static String of(String noun, String verb) {
        return "org.coalition." + noun + "." + verb + ".v1";
    }
}
