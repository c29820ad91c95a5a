package org.coalition.initiatives.delivery;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.defaults.web.IfMatch;
import org.coalition.initiatives.contribution.Contribution;
import org.coalition.initiatives.contribution.Contributions;
import org.coalition.initiatives.initiative.Initiative;
import org.coalition.initiatives.initiative.Initiatives;

/** Deliveries are planned under a line, which says in what measure and lists no article twice; so they take turns on it. */
@Singleton
class Planning {
    private final Door door;
    private final Deliveries deliveries;
    private final Contributions contributions;
    private final Initiatives initiatives;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    Planning(
            Door door,
            Deliveries deliveries,
            Contributions contributions,
            Initiatives initiatives,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.door = door;
        this.deliveries = deliveries;
        this.contributions = contributions;
        this.initiatives = initiatives;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    DeliveryView plan(UUID id, PlanDelivery plan) {
        UUID delivery = ids.next();
        return deliveries.create(() -> {
            Contribution line = contributions.heldAlone(id);
            requireDelivering(line);
            line.measure().require(plan.money(), plan.quantity());
            requireRecipient(plan.recipient(), line, initiatives.held(line.initiativeId()));
            Created<Delivery> created = Delivery.plan(delivery, line, plan, caller.party(), clock.instant());
            requireUnlisted(created.aggregate());
            return created;
        });
    }

    DeliveryView revise(UUID id, IfMatch ifMatch, UnaryOperator<ReviseDelivery> edit) {
        return door.together(() -> {
            deliveries.holdLineOf(id);
            return deliveries.change(id, ifMatch, (delivery, initiative) -> {
                DeliveryEvent event = delivery.revise(edit.apply(delivery.revisable()), caller.party());
                requireUnlisted(delivery);
                return event;
            });
        });
    }

    /** What is on its way under a line that was split goes on under one of the parts. */
    DeliveryView move(UUID id, IfMatch ifMatch, UUID to) {
        return deliveries.change(
                id,
                ifMatch,
                (delivery, initiative) -> delivery.moveTo(contributions.visibleOrNull(to), caller.party()));
    }

    private void requireDelivering(Contribution line) {
        if (!line.party().equals(caller.party())) {
            throw new NotAllowed("Only %s may do this, whose contribution it is; your token speaks for %s."
                    .formatted(line.party(), caller.party()));
        }
        if (!line.takesDeliveries()) {
            throw new Conflict("This line gives funds: they are disbursed and not delivered.");
        }
        if (line.isSplit()) {
            throw new Conflict("This line was split; turn to its parts, see /v1/contributions?splitFrom=" + line.id());
        }
    }

    /** The recipient is one of the initiative's, another than the giver, and can read what it is to confirm. */
    private static void requireRecipient(String recipient, Contribution line, Initiative initiative) {
        initiative.requireTakesContributions();
        if (!initiative.supports(recipient)) {
            throw new RuleViolated(
                    "/recipient", "no-recipient", recipient + " is no recipient of the initiative; name one that is.");
        }
        if (recipient.equals(line.party())) {
            throw new RuleViolated(
                    "/recipient", "itself", recipient + " gives it, and does not confirm its own deliveries.");
        }
        if (!initiative.audience().includes(recipient)) {
            throw new RuleViolated(
                    "/recipient",
                    "not-in-audience",
                    recipient + " may not know of this initiative; name a party that may.");
        }
    }

    private void requireUnlisted(Delivery delivery) {
        if (deliveries.listsAny(
                delivery.contributionId(), delivery.id(), delivery.articles().listed())) {
            throw new RuleViolated(
                    "/articles",
                    "listed-elsewhere",
                    "Another delivery of this line lists one of these serial numbers.");
        }
    }
}
