package org.coalition.initiatives.iati;

import java.util.List;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.initiatives.contribution.OpenContribution;
import org.coalition.initiatives.contribution.PostEntry;
import org.coalition.initiatives.initiative.InitiativeDetails;
import org.coalition.initiatives.initiative.InitiativeStatus;

/**
 * What of an activity our model has a place for.
 *
 * @param lines what the importing party gives
 * @param faults what stands against importing it; if there are any, the rest may be missing
 */
record ReadActivity(
        String identifier,
        InitiativeDetails details,
        InitiativeStatus status,
        List<ReadLine> lines,
        List<Fault> faults) {

    /** A line of support, with its entries in the order in which they can be recorded. */
    record ReadLine(OpenContribution opening, List<ReadEntry> entries) {}

    /**
     * An entry.
     *
     * @param reversal why it was taken back again; null if it was not
     */
    record ReadEntry(PostEntry posted, String reversal) {}
}
