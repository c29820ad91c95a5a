package org.coalition.meetings.decision;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;

/** Where a decision stands in the register: the newest year first, and in a year by number. */
record RegisterPlace(int year, int serial) {
    static final String ORDER = "e.computed.registerYear desc, e.computed.registerSerial";

    private static final Pattern KEY = Pattern.compile("(\\d{1,9})/(\\d{1,9})");

    /**
     * The places behind the one with this key.
     *
     * @param key of the last place of the page before; empty for the first page
     * @throws Malformed 400 if it is none
     */
    static Listing after(String key, Listing listing) {
        if (key.isEmpty()) {
            return listing;
        }
        Matcher place = KEY.matcher(key);
        if (!place.matches()) {
            throw new Malformed(
                    Fault.in("cursor", "foreign-cursor", "The cursor is not one that the register gave out."));
        }
        return listing.and("e.computed.registerYear <= :afterYear")
                .and("e.computed.registerYear < :afterYear or e.computed.registerSerial > :afterSerial")
                .with("afterYear", Integer.valueOf(place.group(1)))
                .with("afterSerial", Integer.valueOf(place.group(2)));
    }

    String key() {
        return year + "/" + serial;
    }
}
