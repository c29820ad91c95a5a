package org.coalition.initiatives.initiative;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The aspect of an initiative over a time, kept by the database; for reports of what was true then. */
@Entity
@Immutable
@Table(name = "initiative_aspect")
@SuppressWarnings("UnusedVariable") // Queries read them.
class PastAspect {
    @EmbeddedId
    private Begin begin;

    @Enumerated(EnumType.STRING)
    private Aspect aspect;

    private Instant until;

    protected PastAspect() {}

    @Embeddable
    record Begin(@Column(name = "initiative_id") UUID initiativeId, Instant since) {}
}
