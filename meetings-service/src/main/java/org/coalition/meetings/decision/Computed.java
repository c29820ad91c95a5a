package org.coalition.meetings.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * What the database works out of a decision's other columns, as of when it was read: for orders, filters and figures.
 *
 * @param decidedAt for a decision under silence, when it will be adopted unless somebody objects
 */
@Embeddable
record Computed(
        @Column(name = "register_year", insertable = false, updatable = false)
        Integer registerYear,

        @Column(name = "register_serial", insertable = false, updatable = false)
        Integer registerSerial,

        @Column(name = "decided_at", insertable = false, updatable = false)
        Instant decidedAt,

        @Column(name = "seconds_to_decide", insertable = false, updatable = false)
        Double secondsToDecide) {}
