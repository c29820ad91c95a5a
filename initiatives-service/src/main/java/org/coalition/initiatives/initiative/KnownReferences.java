package org.coalition.initiatives.initiative;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coalition.initiatives.mandate.KnownParties;
import org.coalition.initiatives.mandate.Mandate;
import org.coalition.initiatives.mandate.Mandates;

/** The parties and the decision that an initiative names must be known ones. */
@Singleton
class KnownReferences {
    private final KnownParties parties;
    private final Mandates mandates;

    KnownReferences(KnownParties parties, Mandates mandates) {
        this.parties = parties;
        this.mandates = mandates;
    }

    /** Checks the references of a new initiative. */
    InitiativeDetails check(InitiativeDetails details) {
        return check(details, null);
    }

    /** Checks what an edit refers to; the decision only if it is another one, as the old one may have vanished since. */
    InitiativeDetails check(InitiativeDetails details, UUID origin) {
        Map<String, String> references = new LinkedHashMap<>();
        add(references, "/leadParties/", details.leadParties());
        add(references, "/participants/", details.participants());
        add(references, "/recipients/", details.recipients());
        add(references, "/visibleTo/", details.visibleTo());
        parties.requireKnown(references);
        UUID decision = details.originDecision();
        if (decision != null && !decision.equals(origin)) {
            mandates.requireKnown(decision, "/originDecision");
        }
        return details;
    }

    /** The decision that carries an initiative; null without one, or if the caller may not know of it. */
    Mandate mandate(UUID decision) {
        return mandates.visible(decision);
    }

    private static void add(Map<String, String> references, String pointer, List<String> codes) {
        for (int i = 0; i < codes.size(); i++) {
            references.put(pointer + i, codes.get(i));
        }
    }
}
