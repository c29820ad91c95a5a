package org.coalition.meetings.meeting;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.coalition.meetings.party.Parties;

/** The parties that a meeting names must be registered ones. */
@Singleton
class KnownReferences {
    private final Parties parties;

    KnownReferences(Parties parties) {
        this.parties = parties;
    }

    /** Checks the references of a new meeting. */
    MeetingDetails check(MeetingDetails details) {
        parties.requireKnown(references(details));
        return details;
    }

    /** Checks what an edit refers to; not again what stood there before, since a party stays known for ever. */
    MeetingDetails check(MeetingDetails details, MeetingDetails before) {
        Map<String, String> references = references(details);
        references.values().removeAll(references(before).values());
        parties.requireKnown(references);
        return details;
    }

    private static Map<String, String> references(MeetingDetails details) {
        Map<String, String> references = new LinkedHashMap<>();
        references.put("/host", details.host());
        references.put("/chair/party", details.chair().party());
        references.putAll(Parties.references("/visibleTo", details.visibleTo()));
        references.putAll(Parties.references("/requiredParties", details.requiredParties()));
        return references;
    }
}
