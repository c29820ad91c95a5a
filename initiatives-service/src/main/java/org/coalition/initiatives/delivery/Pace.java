package org.coalition.initiatives.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** What the database works out of a delivery's other columns, as of when it was read: for filters and figures. */
@Embeddable
record Pace(
        @Column(name = "handed_over_on", insertable = false, updatable = false)
        LocalDate handedOverOn,

        @Column(name = "received_on", insertable = false, updatable = false)
        LocalDate receivedOn,

        @Column(name = "days_ready", insertable = false, updatable = false)
        Double daysReady,

        @Column(name = "days_dispatched", insertable = false, updatable = false)
        Double daysDispatched,

        @Column(name = "days_at_hub", insertable = false, updatable = false)
        Double daysAtHub,

        @Column(name = "days_handed_over", insertable = false, updatable = false)
        Double daysHandedOver) {}
