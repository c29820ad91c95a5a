package org.coalition.initiatives.contribution;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregate;

/** The terms of a line of support: what its figures mean hangs on them, so they never change. */
@MappedSuperclass
public abstract class Line extends Aggregate {
    @Column(name = "initiative_id", updatable = false)
    private UUID initiativeId;

    @Column(updatable = false)
    private String party;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Track track;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Instrument instrument;

    @Column(updatable = false)
    private String currency;

    @Column(updatable = false)
    private String unit;

    @Column(name = "split_from", updatable = false)
    private UUID splitFrom;

    protected Line() {}

    Line(UUID id, UUID initiative, OpenContribution opening, String party, UUID splitFrom, Instant now) {
        super(id, now);
        this.party = party;
        this.splitFrom = splitFrom;
        initiativeId = initiative;
        track = opening.track();
        instrument = opening.instrument();
        currency = opening.currency();
        unit = opening.unit();
    }

    @Override
    public UUID streamId() {
        return initiativeId;
    }

    /** Whether it gives goods or services, which the recipient confirms; otherwise funds, which are disbursed. */
    public boolean takesDeliveries() {
        return unit != null || instrument.isInKind();
    }

    public Measure measure() {
        return new Measure(currency, unit);
    }

    public UUID initiativeId() {
        return initiativeId;
    }

    public String party() {
        return party;
    }

    Track track() {
        return track;
    }

    Instrument instrument() {
        return instrument;
    }

    /** The currency of all entries; null for a line in units. */
    public String currency() {
        return currency;
    }

    /** The unit of all entries; null for a line in money. */
    public String unit() {
        return unit;
    }

    /** The line of which it is a part; or null. */
    public UUID splitFrom() {
        return splitFrom;
    }
}
