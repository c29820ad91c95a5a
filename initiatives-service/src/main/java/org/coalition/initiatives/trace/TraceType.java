package org.coalition.initiatives.trace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The links of the chain, from the meeting downwards. */
enum TraceType {
    MEETING,
    AGENDA_ITEM,
    DECISION,
    RECOMMENDATION,
    INITIATIVE,
    /** Of an initiative: what it is to achieve, and has. */
    INDICATOR,
    CONTRIBUTION,
    DELIVERY,
    /** On an initiative as a whole, or on a contribution. */
    FINDING;

    /** As it stands in paths and answers: {@code agenda-item}. */
    String noun() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The path of such a resource. */
    String path(String id) {
        return "/v1/" + (this == DELIVERY ? "deliveries" : noun() + "s") + "/" + id;
    }

    static Optional<TraceType> of(String noun) {
        return Arrays.stream(values()).filter(type -> type.noun().equals(noun)).findFirst();
    }
}
