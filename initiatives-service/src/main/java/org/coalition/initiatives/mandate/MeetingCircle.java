package org.coalition.initiatives.mandate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.identity.Visibility;

/**
 * Who may know of a meeting and of all that belongs to it, by the rule of the meetings: host and chair always, the others
 * once it was convened and as its visibility says.
 *
 * @param insiders host, chair, and the parties listed if it is RESTRICTED
 */
public record MeetingCircle(boolean convened, Visibility visibility, Set<String> insiders) {
    /** The circle of a meeting as the meetings-service announced it. */
    public static MeetingCircle of(JsonNode meeting) {
        Set<String> insiders = new HashSet<>();
        insiders.add(meeting.path("host").asText());
        insiders.add(meeting.path("chair").path("party").asText());
        boolean convened = meeting.hasNonNull("convenedAt");
        Visibility visibility = visibility(meeting.path("visibility").asText());
        if (convened && visibility == Visibility.RESTRICTED) {
            meeting.path("visibleTo").forEach(party -> insiders.add(party.asText()));
        }
        return new MeetingCircle(convened, visibility, insiders);
    }

    /** Whether this caller may know of the meeting. */
    public boolean includes(Caller caller) {
        return insiders.contains(caller.partyOrNone()) || convened && isOpenTo(caller);
    }

    /** Whether all who may know of something else may know of the meeting too. */
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
