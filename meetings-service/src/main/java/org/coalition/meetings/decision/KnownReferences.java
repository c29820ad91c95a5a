package org.coalition.meetings.decision;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.meetings.party.Parties;

/** What a decision refers to must be there, and nothing that it names may become known to more than already know of it. */
@Singleton
class KnownReferences {
    private final Parties parties;
    private final Decisions decisions;
    private final Clock clock;

    KnownReferences(Parties parties, Decisions decisions, Clock clock) {
        this.parties = parties;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Checks the references of a new decision. */
    Created<Decision> check(Created<Decision> drafted) {
        Decision decision = drafted.aggregate();
        List<String> entitled = decision.ballot().entitled();
        parties.requireKnown(Parties.references("/entitledParties", entitled));
        requireNameable(decision.decisionText(), decision, null, null);
        return drafted;
    }

    /** Checks what an edit refers to; not again what stood there before. */
    DecisionText check(DecisionText revised, Decision decision) {
        DecisionText before = decision.decisionText();
        requireNameable(revised, decision, before.supersedes(), before.amends());
        return revised;
    }

    private void requireNameable(DecisionText text, Decision decision, UUID superseded, UUID amended) {
        List<Fault> faults = new ArrayList<>();
        if (text.supersedes() != null && !text.supersedes().equals(superseded)) {
            check("/supersedes", text.supersedes(), decision, faults);
        }
        if (text.amends() != null && !text.amends().equals(amended)) {
            check("/amends", text.amends(), decision, faults);
        }
        if (text.amends() != null && text.amends().equals(text.supersedes())) {
            faults.add(Fault.at("/amends", "superseded", "What a decision supersedes it cannot amend; name it once."));
        }
        if (!faults.isEmpty()) {
            throw new RuleViolated(faults);
        }
    }

    private void check(String pointer, UUID id, Decision naming, List<Fault> faults) {
        if (!decisions.isVisible(id)) {
            faults.add(Fault.at(pointer, "unknown-decision", "There is no decision " + id + "."));
            return;
        }
        Decision named = decisions.findById(id);
        DecisionStatus status = named.status(clock.instant());
        if (status != DecisionStatus.ADOPTED) {
            faults.add(
                    Fault.at(pointer, "not-adopted", "Decision %s is %s; name an adopted one.".formatted(id, status)));
        } else if (!decisions.mayBeNamedIn(named, naming)) {
            faults.add(Fault.at(
                    pointer,
                    "narrower-audience",
                    "Decision %s is not for all who may know of this meeting; name it in a meeting of its own circle."
                            .formatted(id)));
        } else if (named.succession(clock.instant()).superseded()) {
            faults.add(Fault.at(
                    pointer,
                    "not-in-force",
                    "Decision %s is superseded already; name the decision that took its place.".formatted(id)));
        }
    }
}
