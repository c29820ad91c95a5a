package org.coalition.initiatives.reconciliation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregate;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.initiatives.contribution.Contribution;
import org.coalition.initiatives.initiative.Initiative;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What giver and recipients have said of the figures of a line. It holds as long as the figures are those of which they said it:
 * whatever changes one of them opens the line again.
 */
@Entity
@Table(name = "reconciliation")
@SuppressWarnings("UnusedVariable") // What was decided is read by the queries over reconciliation_line.
public class Reconciliation extends Aggregate {
    @Column(name = "contribution_id", updatable = false)
    private UUID contributionId;

    @Column(name = "initiative_id", updatable = false)
    private UUID initiativeId;

    @Column(updatable = false)
    private String party;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<ReceiptStatement> statements = List.of();

    @Column(name = "stated")
    private BigDecimal stated = BigDecimal.ZERO;

    @Column(name = "stated_at")
    private Instant statedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Agreement> agreements = List.of();

    @Enumerated(EnumType.STRING)
    private ReconciliationStatus status = ReconciliationStatus.OPEN;

    @Column(name = "at_given")
    private BigDecimal atGiven;

    @Column(name = "at_received")
    private BigDecimal atReceived;

    private BigDecimal agreed;

    @Column(name = "disputed_by")
    private String disputedBy;

    private String grounds;

    protected Reconciliation() {}

    /** Nothing is said yet: the first verb begins it. */
    Reconciliation(UUID id, Contribution line, Instant now) {
        super(id, now);
        contributionId = line.id();
        initiativeId = line.initiativeId();
        party = line.party();
    }

    ReconciliationEvent state(StateReceipt receipt, Contribution line, Initiative initiative, String by, Instant now) {
        requireRecipient(initiative, by);
        if (line.takesDeliveries()) {
            throw new Conflict(
                    "Goods and services are confirmed delivery by delivery; see /v1/deliveries?contributionId="
                            + contributionId);
        }
        List<ReceiptStatement> others = new ArrayList<>(statements);
        others.removeIf(statement -> statement.recipient().equals(by));
        others.add(new ReceiptStatement(by, receipt.received(), receipt.remark(), receipt.document(), now));
        statements = List.copyOf(others);
        stated = statements.stream().map(ReceiptStatement::received).reduce(BigDecimal.ZERO, BigDecimal::add);
        statedAt = now;
        decide(ReconciliationStatus.OPEN, null);
        return new ReconciliationEvent.ReceiptStated(by, receipt.received());
    }

    /**
     * Agrees on a figure; it is that of the line when the giver and each recipient concerned have named the same.
     *
     * @param concerned the recipients that have received of the line
     */
    ReconciliationEvent agree(
            BigDecimal figure, Figures now, List<String> concerned, Initiative initiative, String by, Instant at) {
        requireSide(initiative, by);
        List<Agreement> others = new ArrayList<>(isOver(now) ? agreements : List.of());
        others.removeIf(
                agreement -> agreement.party().equals(by) || agreement.agreed().compareTo(figure) != 0);
        others.add(new Agreement(by, figure, at));
        boolean complete = others.stream()
                        .anyMatch(agreement -> agreement.party().equals(party))
                && others.stream().anyMatch(agreement -> !agreement.party().equals(party))
                && concerned.stream().allMatch(recipient -> others.stream()
                        .anyMatch(agreement -> agreement.party().equals(recipient)));
        decide(complete ? ReconciliationStatus.AGREED : ReconciliationStatus.OPEN, now);
        agreements = List.copyOf(others);
        agreed = complete ? figure : null;
        return new ReconciliationEvent.FigureAgreed(by, figure);
    }

    ReconciliationEvent dispute(String why, Figures now, Initiative initiative, String by) {
        requireSide(initiative, by);
        decide(ReconciliationStatus.DISPUTED, now);
        disputedBy = by;
        grounds = why;
        return new ReconciliationEvent.FiguresDisputed(by, why);
    }

    /** What was said before it is said no more; over these figures, or none. */
    private void decide(ReconciliationStatus next, Figures over) {
        status = next;
        agreements = List.of();
        agreed = null;
        disputedBy = null;
        grounds = null;
        atGiven = over == null ? null : over.given();
        atReceived = over == null ? null : over.received();
    }

    /** Whether what was said last was said of these figures. */
    boolean isOver(Figures now) {
        return atGiven != null && atGiven.compareTo(now.given()) == 0 && atReceived.compareTo(now.received()) == 0;
    }

    private void requireSide(Initiative initiative, String by) {
        if (!by.equals(party)) {
            requireRecipient(initiative, by);
        }
    }

    private void requireRecipient(Initiative initiative, String by) {
        if (by.equals(party) || !initiative.supports(by)) {
            throw new NotAllowed(
                    "What %s gives is reconciled with the recipients of the initiative; your token speaks for %s."
                            .formatted(party, by));
        }
    }

    @Override
    public UUID streamId() {
        return initiativeId;
    }

    UUID contributionId() {
        return contributionId;
    }

    UUID initiativeId() {
        return initiativeId;
    }

    /** The recipients that have stated what they received. */
    List<ReceiptStatement> statements() {
        return statements;
    }

    List<Agreement> agreements() {
        return agreements;
    }
}
