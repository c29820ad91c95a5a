package org.coalition.meetings.decision;

import java.time.Instant;
import org.coalition.defaults.problem.RuleViolated;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What broke the silence: a party's written objection or amendment.")
record Objection(
        String party,
        Kind kind,
        String statement,

        @Schema(description = "Amendments only: the text as the party would have it.")
        String proposedText,

        Instant at) {

    /** How the silence was broken. */
    @Schema(name = "ObjectionKind")
    enum Kind {
        OBJECTION,
        AMENDMENT
    }

    /**
     * What a party raises.
     *
     * @throws RuleViolated 422 for an amendment without a text, or an objection with one
     */
    static Objection of(RaiseObjection raised, String by, Instant now) {
        if (raised.kind() == Kind.AMENDMENT && raised.proposedText() == null) {
            throw new RuleViolated(
                    "/proposedText", "missing", "An amendment carries the text as your party would have it.");
        }
        if (raised.kind() == Kind.OBJECTION && raised.proposedText() != null) {
            throw new RuleViolated(
                    "/proposedText", "no-amendment", "An objection proposes no text; send it as an AMENDMENT.");
        }
        return new Objection(by, raised.kind(), raised.statement(), raised.proposedText(), now);
    }
}
