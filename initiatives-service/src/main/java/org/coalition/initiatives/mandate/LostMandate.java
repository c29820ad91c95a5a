package org.coalition.initiatives.mandate;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.coalition.defaults.identity.Audience;
import org.hibernate.annotations.Immutable;

/** What the lists ask the database: the decisions that are lost by the rule of {@link Mandate}, with who may know of each. */
@Entity
@Immutable
@Table(name = "lost_mandate")
class LostMandate {
    @Id
    private UUID decision;

    /** In the future for one that a decision under silence is about to replace. */
    private Instant since;

    @Embedded
    private Audience audience;

    protected LostMandate() {}

    UUID decision() {
        return decision;
    }

    Instant since() {
        return since;
    }

    Audience audience() {
        return audience;
    }
}
