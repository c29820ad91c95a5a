package org.coalition.initiatives.iati;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregate;
import org.coalition.defaults.aggregate.Created;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** From which activity an initiative was imported. It never changes: the activity is kept as it came. */
@Entity
@Table(name = "iati_source")
public class Source extends Aggregate {
    @Column(name = "initiative_id", updatable = false)
    private UUID initiativeId;

    @Column(updatable = false)
    private String party;

    @Column(updatable = false)
    private String identifier;

    @Column(updatable = false)
    private String activity;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private Taken taken;

    protected Source() {}

    private Source(
            UUID id, UUID initiative, String identifier, String activity, Taken taken, String party, Instant now) {
        super(id, now);
        initiativeId = initiative;
        this.party = party;
        this.identifier = identifier;
        this.activity = activity;
        this.taken = taken;
    }

    static Created<Source> keep(
            UUID id, UUID initiative, String identifier, String activity, Taken taken, String party, Instant now) {
        return new Created<>(
                new Source(id, initiative, identifier, activity, taken, party, now), new SourceEvent.Imported());
    }

    @Override
    public UUID streamId() {
        return initiativeId;
    }

    UUID initiativeId() {
        return initiativeId;
    }

    String party() {
        return party;
    }

    String identifier() {
        return identifier;
    }

    /** As XML. */
    String activity() {
        return activity;
    }

    Taken taken() {
        return taken;
    }
}
