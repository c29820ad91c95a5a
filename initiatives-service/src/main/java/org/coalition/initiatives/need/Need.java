package org.coalition.initiatives.need;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregate;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.initiatives.contribution.Quantity;

/** What a recipient asks for. Offers meet it in part or whole, never over; how far it is met is computed from them. */
@Entity
@Table(name = "need")
public class Need extends Aggregate {
    @Column(updatable = false)
    private String recipient;

    @Column(name = "initiative_id")
    private UUID initiativeId;

    private String item;
    private BigDecimal quantity;
    private String unit;
    private BigDecimal met = BigDecimal.ZERO;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    @Column(name = "needed_by")
    private LocalDate neededBy;

    @Embedded
    private Audience audience;

    @Enumerated(EnumType.STRING)
    private NeedStatus status = NeedStatus.OPEN;

    @Column(name = "status_reason")
    private String statusReason;

    /** The words of the item, kept by the database. */
    @Basic(fetch = FetchType.LAZY)
    @Column(insertable = false, updatable = false)
    @SuppressWarnings("UnusedVariable") // Queries search it.
    private String search;

    protected Need() {}

    private Need(UUID id, NeedDetails details, String recipient, Instant now) {
        super(id, now);
        this.recipient = recipient;
        take(details);
    }

    static Created<Need> state(UUID id, NeedDetails details, String by, Instant now) {
        return new Created<>(new Need(id, details, by, now), new NeedEvent.Stated());
    }

    NeedEvent revise(NeedDetails details, String by) {
        requireOf(by);
        if (status == NeedStatus.WITHDRAWN) {
            throw new IllegalTransition("revise this need", status, status.next());
        }
        if (details.quantity().value().compareTo(met) < 0) {
            throw new RuleViolated(
                    "/quantity/value",
                    "less-than-met",
                    "Offers of %s %s are accepted already; ask for at least that.".formatted(plain(met), unit));
        }
        if (met.signum() > 0
                && !(item.equals(details.item())
                        && unit.equals(details.quantity().unit()))) {
            throw new RuleViolated(
                    "/item", "offers-accepted", "Offers are accepted already; item and unit stay as they are.");
        }
        take(details);
        become(NeedStatus.of(met, quantity), "revise this need", null);
        return new NeedEvent.Revised();
    }

    NeedEvent withdraw(String reason, String by) {
        requireOf(by);
        become(NeedStatus.WITHDRAWN, "withdraw this need", reason);
        return new NeedEvent.Withdrawn(reason);
    }

    /**
     * Takes what is accepted of an offer.
     *
     * @throws Conflict 409 if that is more than is unmet
     */
    NeedEvent match(UUID offer, Quantity accepted, String by) {
        requireOf(by);
        requireTakesOffers("accept an offer to this need");
        if (accepted.value().compareTo(unmet()) > 0) {
            throw new Conflict("Of this need %s %s are unmet; accept no more than that, or raise its quantity first."
                    .formatted(plain(unmet()), unit));
        }
        met = met.add(accepted.value());
        become(NeedStatus.of(met, quantity), "accept an offer to this need", null);
        return new NeedEvent.Matched(offer, accepted);
    }

    void requireTakesOffers(String what) {
        if (!status.takesOffers()) {
            throw new IllegalTransition(what, status, status.next());
        }
    }

    /** Only who asked decides. */
    void requireOf(String by) {
        if (!recipient.equals(by)) {
            throw new NotAllowed(
                    "Only %s may do this, whose need it is; your token speaks for %s.".formatted(recipient, by));
        }
    }

    void requireOfAnother(String by) {
        if (recipient.equals(by)) {
            throw new NotAllowed("%s does not offer to itself; other parties do.".formatted(recipient));
        }
    }

    private void become(NeedStatus next, String what, String reason) {
        if (next != status && !status.next().contains(next)) {
            throw new IllegalTransition(what, status, status.next());
        }
        status = next;
        statusReason = reason;
    }

    private void take(NeedDetails details) {
        initiativeId = details.initiativeId();
        item = details.item();
        quantity = details.quantity().value();
        unit = details.quantity().unit();
        priority = details.priority();
        neededBy = details.neededBy();
        audience = details.audience(recipient);
    }

    private static String plain(BigDecimal value) {
        return value.toPlainString();
    }

    NeedDetails details() {
        return new NeedDetails(
                item,
                new Quantity(quantity, unit),
                priority,
                neededBy,
                initiativeId,
                audience.visibility(),
                audience.parties());
    }

    /** What no accepted offer covers; of a need that was withdrawn, too. */
    BigDecimal unmet() {
        return quantity.subtract(met);
    }

    /** By the clock: its day has passed, and it is not met. */
    boolean isOverdue(Instant now) {
        return status.takesOffers() && neededBy.isBefore(today(now));
    }

    static LocalDate today(Instant now) {
        return now.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    Audience audience() {
        return audience;
    }

    String recipient() {
        return recipient;
    }

    String unit() {
        return unit;
    }

    BigDecimal met() {
        return met;
    }

    NeedStatus status() {
        return status;
    }

    String statusReason() {
        return statusReason;
    }
}
