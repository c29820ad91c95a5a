package org.coalition.initiatives.iati;

import java.util.List;
import java.util.UUID;
import org.coalition.initiatives.initiative.Aspect;
import org.coalition.initiatives.initiative.InitiativeDetails;
import org.coalition.initiatives.initiative.InitiativeStatus;

/**
 * What of an activity went into an initiative. As long as that is so still, its own words are given back; where it is no longer,
 * ours.
 *
 * @param entries the ledger entries that its transactions became
 */
record Taken(
        String title,
        Aspect aspect,
        List<String> supportMeasures,
        List<String> expectedOutcomes,
        List<String> leadParties,
        List<String> participants,
        List<String> recipients,
        InitiativeStatus status,
        List<UUID> entries) {

    static Taken of(InitiativeDetails details, InitiativeStatus status, List<UUID> entries) {
        return new Taken(
                details.title(),
                details.aspect(),
                details.supportMeasures(),
                details.expectedOutcomes(),
                details.leadParties(),
                details.participants(),
                details.recipients(),
                status,
                entries);
    }

    boolean hasDescriptionsOf(Taken other) {
        return supportMeasures.equals(other.supportMeasures) && expectedOutcomes.equals(other.expectedOutcomes);
    }

    boolean hasPartiesOf(Taken other) {
        return leadParties.equals(other.leadParties) && participants.equals(other.participants);
    }

    /** Whether it has a party of this code that leads it or takes part. */
    boolean names(String party) {
        return leadParties.contains(party) || participants.contains(party);
    }
}
