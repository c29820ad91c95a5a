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

    MeetingDetails check(MeetingDetails details) {
        Map<String, String> references = new LinkedHashMap<>();
        references.put("/host", details.host());
        references.put("/chair/party", details.chair().party());
        for (int i = 0; i < details.visibleTo().size(); i++) {
            references.put("/visibleTo/" + i, details.visibleTo().get(i));
        }
        parties.requireKnown(references);
        return details;
    }
}
