package org.coalition.initiatives.initiative;

import java.util.List;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.initiatives.mandate.Mandate;

/** To whom something is told: what else is named in it, that one must be allowed to know of as well. */
public interface Onlooker {
    boolean mayKnow(Audience other);

    boolean mayKnow(Mandate mandate);

    /** Whether it is one of these parties, and nobody else. */
    boolean isOneOf(List<String> parties);

    /** The caller, who is answered. */
    static Onlooker of(Caller caller) {
        return new Onlooker() {
            @Override
            public boolean mayKnow(Audience other) {
                return other.includes(caller);
            }

            @Override
            public boolean mayKnow(Mandate mandate) {
                return mandate.isKnownTo(caller);
            }

            @Override
            public boolean isOneOf(List<String> parties) {
                return parties.contains(caller.partyOrNone());
            }
        };
    }

    /** All of an audience, to whom something is announced. */
    static Onlooker all(Audience audience) {
        return new Onlooker() {
            @Override
            public boolean mayKnow(Audience other) {
                return other.covers(audience);
            }

            @Override
            public boolean mayKnow(Mandate mandate) {
                return mandate.isKnownTo(audience);
            }

            @Override
            public boolean isOneOf(List<String> parties) {
                return false;
            }
        };
    }
}
