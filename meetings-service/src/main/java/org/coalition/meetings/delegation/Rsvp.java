package org.coalition.meetings.delegation;

import java.util.EnumSet;
import java.util.Set;

/** A delegation's reply, as iCalendar's PARTSTAT. A reply can be changed, but not taken back. */
public enum Rsvp {
    NEEDS_ACTION,
    ACCEPTED,
    TENTATIVE,
    DECLINED,
    DELEGATED;

    /** The replies that may follow this one. */
    public Set<Rsvp> next() {
        return EnumSet.complementOf(EnumSet.of(NEEDS_ACTION, this));
    }
}
