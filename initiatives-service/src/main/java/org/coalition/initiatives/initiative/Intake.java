package org.coalition.initiatives.initiative;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.coalition.defaults.aggregate.DomainEvent;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.web.IfMatch;

/** Initiatives that have begun elsewhere: planned here by the same rules, and moved step by step to where they stand there. */
@Singleton
public class Intake {
    private final Initiatives initiatives;
    private final KnownReferences references;
    private final Lineage lineage;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    Intake(Initiatives initiatives, KnownReferences references, Lineage lineage, Caller caller, Ids ids, Clock clock) {
        this.initiatives = initiatives;
        this.references = references;
        this.lineage = lineage;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /** Plans it, by the caller's party, which is one of its lead parties. */
    public Initiative plan(InitiativeDetails details) {
        UUID id = ids.next();
        InitiativeView planned = initiatives.create(() -> Initiative.plan(
                id, references.check(details), lineage.links(details), caller.party(), clock.instant()));
        return initiatives.findById(planned.id());
    }

    /**
     * Moves one that was planned just now; each step is announced.
     *
     * @param reason why it is there, for the steps that ask for one
     */
    @CanIgnoreReturnValue
    public InitiativeStatus moveTo(UUID id, InitiativeStatus status, String reason) {
        InitiativeStatus reached = InitiativeStatus.PIPELINE;
        for (Function<Initiative, DomainEvent> step : way(status, reason, caller.party())) {
            reached = initiatives.change(id, IfMatch.ANY, step).status();
        }
        return reached;
    }

    private List<Function<Initiative, DomainEvent>> way(InitiativeStatus status, String reason, String by) {
        List<Function<Initiative, DomainEvent>> way = new ArrayList<>();
        if (status == InitiativeStatus.CANCELLED) {
            way.add(initiative -> initiative.cancel(reason, by));
        } else if (status != InitiativeStatus.PIPELINE) {
            way.add(initiative -> initiative.approve(null, reason, by, clock.instant()));
        }
        switch (status) {
            case IMPLEMENTATION -> way.add(initiative -> initiative.startImplementation(by));
            case SUSPENDED -> {
                way.add(initiative -> initiative.startImplementation(by));
                way.add(initiative -> initiative.suspend(reason, by));
            }
            case FINALISATION, CLOSED -> {
                way.add(initiative -> initiative.startImplementation(by));
                way.add(initiative -> initiative.startFinalisation(by));
                if (status == InitiativeStatus.CLOSED) {
                    way.add(initiative -> initiative.close(by));
                }
            }
            case PIPELINE, APPROVED, CANCELLED -> {
                // There already.
            }
        }
        return way;
    }
}
