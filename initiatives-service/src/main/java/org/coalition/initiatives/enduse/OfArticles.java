package org.coalition.initiatives.enduse;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregate;
import org.coalition.defaults.problem.NotAllowed;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What is said of some articles of one delivery: by which they came, who gave them and who held them then. */
@MappedSuperclass
public abstract class OfArticles extends Aggregate {
    @Column(name = "delivery_id", updatable = false)
    private UUID deliveryId;

    @Column(name = "initiative_id", updatable = false)
    private UUID initiativeId;

    @Column(updatable = false)
    private String party;

    @Column(updatable = false)
    private String holder;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "serial_numbers", updatable = false)
    private String[] serialNumbers;

    protected OfArticles() {}

    protected OfArticles(UUID id, Batch batch, Instant now) {
        super(id, now);
        deliveryId = batch.deliveryId();
        initiativeId = batch.initiativeId();
        party = batch.party();
        holder = batch.holder();
        serialNumbers = batch.serialNumbers().toArray(String[]::new);
    }

    @Override
    public UUID streamId() {
        return initiativeId;
    }

    protected void requireHolder(String by) {
        requireHolder(holder, by);
    }

    protected static void requireHolder(String holder, String by) {
        if (!holder.equals(by)) {
            throw new NotAllowed(
                    "Only %s may do this, who holds the articles; your token speaks for %s.".formatted(holder, by));
        }
    }

    protected void requireGiver(String by) {
        if (!party.equals(by)) {
            throw new NotAllowed(
                    "Only %s may do this, who gave the articles; your token speaks for %s.".formatted(party, by));
        }
    }

    public UUID deliveryId() {
        return deliveryId;
    }

    public UUID initiativeId() {
        return initiativeId;
    }

    /** Who gave them. */
    public String party() {
        return party;
    }

    public String holder() {
        return holder;
    }

    public List<String> serialNumbers() {
        return List.of(serialNumbers);
    }
}
