package org.coalition.initiatives.mandate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.identity.Visibility;

/**
 * Who may know of a meeting and of what belongs to it, by the rule of the meetings: host and chair always, the others
 * once it was convened and as its visibility says; of an agenda item, and of what was decided under it, perhaps fewer.
 *
 * @param runners host and chair
 * @param insiders these, and the parties listed if it is RESTRICTED
 */
public record Circle(boolean convened, Visibility visibility, Set<String> runners, Set<String> insiders) {
    /** The circle of a meeting as the meetings-service announced it. */
    public static Circle of(JsonNode meeting) {
        Set<String> runners = new HashSet<>();
        runners.add(meeting.path("host").asText());
        runners.add(meeting.path("chair").path("party").asText());
        Set<String> insiders = new HashSet<>(runners);
        boolean convened = meeting.hasNonNull("convenedAt");
        Visibility visibility = visibility(meeting.path("visibility").asText());
        if (convened && visibility == Visibility.RESTRICTED) {
            insiders.addAll(listed(meeting));
        }
        return new Circle(convened, visibility, runners, insiders);
    }

    /** Those of this circle who may know of an agenda item as it was announced. */
    public Circle around(JsonNode item) {
        Visibility narrower = item.hasNonNull("visibility")
                ? visibility(item.path("visibility").asText())
                : visibility;
        if (narrower.compareTo(visibility) < 0) {
            return this;
        }
        if (!item.hasNonNull("visibility") || narrower != Visibility.RESTRICTED) {
            return new Circle(convened, narrower, runners, insiders);
        }
        Set<String> both = listed(item);
        if (!convened || visibility == Visibility.RESTRICTED) {
            both.retainAll(insiders);
        }
        both.addAll(runners);
        return new Circle(convened, narrower, runners, both);
    }

    private static Set<String> listed(JsonNode resource) {
        Set<String> parties = new HashSet<>();
        resource.path("visibleTo").forEach(party -> parties.add(party.asText()));
        return parties;
    }

    /** Whether this caller is in it. */
    public boolean includes(Caller caller) {
        return insiders.contains(caller.partyOrNone()) || convened && isOpenTo(caller);
    }

    /** Whether all who may know of something else are in it. */
    public boolean covers(Audience other) {
        if (convened && visibility == Visibility.PUBLIC) {
            return true;
        }
        return switch (other.visibility()) {
            case PUBLIC -> false;
            case COALITION -> convened && visibility == Visibility.COALITION;
            case RESTRICTED -> convened && visibility == Visibility.COALITION || insiders.containsAll(other.parties());
        };
    }

    private boolean isOpenTo(Caller caller) {
        return switch (visibility) {
            case PUBLIC -> true;
            case COALITION -> caller.speaksForParty();
            case RESTRICTED -> false;
        };
    }

    /** A visibility that is not known here is read as the narrowest one. */
    private static Visibility visibility(String name) {
        for (Visibility visibility : Visibility.values()) {
            if (visibility.name().equals(name)) {
                return visibility;
            }
        }
        return Visibility.RESTRICTED;
    }
}
