package org.coalition.initiatives.iati;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.identity.Visibility;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.initiatives.imports.Candidate;
import org.coalition.initiatives.imports.ImportMode;
import org.coalition.initiatives.imports.ImportReport;
import org.coalition.initiatives.imports.Imports;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Takes activities in: each becomes an initiative that the caller's party leads, with a line for what that party gives, and the
 * activity itself is kept. All of it goes through the doors of initiatives and ledgers, by their rules, and is announced.
 */
@Singleton
class ActivityImport {
    /** All of them are one commit, which is made while the caller waits. */
    static final int MOST_ACTIVITIES = 50;

    static final int MOST_TRANSACTIONS = 300;

    private final IatiXml xml;
    private final ActivityReader reader;
    private final ActivityBirth birth;
    private final Imports imports;
    private final Caller caller;

    ActivityImport(IatiXml xml, ActivityReader reader, ActivityBirth birth, Imports imports, Caller caller) {
        this.xml = xml;
        this.reader = reader;
        this.birth = birth;
        this.imports = imports;
        this.caller = caller;
    }

    RestResponse<ImportReport> take(byte[] body, Visibility visibility, ImportMode mode) {
        String party = caller.party();
        List<Branch> activities = activities(xml.read(body));
        Set<String> seen = new HashSet<>();
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < activities.size(); i++) {
            String place = "/iati-activity/" + i;
            Branch activity = activities.get(i);
            ReadActivity read =
                    reader.read(activity, place, party, visibility == null ? Visibility.COALITION : visibility);
            List<Fault> faults = new ArrayList<>(read.faults());
            if (!seen.add(read.identifier())) {
                faults.add(Fault.at(place + "/iati-identifier", "repeated", "It stands in this document before."));
            }
            candidates.add(new Candidate(place, faults, () -> birth.of(activity, read)));
        }
        return imports.take(candidates, mode);
    }

    private static List<Branch> activities(Branch document) {
        if (!document.name().equals("iati-activities")
                || !document.attribute("version").matches("2\\.0[123]")) {
            throw new Malformed(Fault.at(
                    "",
                    "other-version",
                    "What is imported is an iati-activities document of version 2.01, 2.02 or 2.03."));
        }
        List<Branch> activities = document.children("iati-activity");
        int transactions = activities.stream()
                .mapToInt(activity -> activity.children("transaction").size())
                .sum();
        if (activities.size() > MOST_ACTIVITIES || transactions > MOST_TRANSACTIONS) {
            throw new Malformed(Fault.at(
                    "",
                    "too-many",
                    "At once at most %d activities with %d transactions are imported; these are %d with %d."
                            .formatted(MOST_ACTIVITIES, MOST_TRANSACTIONS, activities.size(), transactions)));
        }
        return activities;
    }
}
