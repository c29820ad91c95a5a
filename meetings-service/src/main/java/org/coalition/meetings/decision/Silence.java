package org.coalition.meetings.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * The time that the parties have to object, after which a text is adopted (OSCE MC.DOC/1/06, Annex 1(A)).
 *
 * @param urgency null for what was put under silence before urgencies were known
 * @param objection what broke it, or null
 */
@Embeddable
record Silence(
        @Enumerated(EnumType.STRING) @Column(name = "silence_urgency")
        Urgency urgency,

        @Column(name = "silence_seconds") Long seconds,
        @Column(name = "expires_at") Instant expiresAt,
        @JdbcTypeCode(SqlTypes.JSON) Objection objection) {

    static Silence begin(StartSilence start, Instant now) {
        long seconds = start.period().toSeconds();
        return new Silence(start.urgency(), seconds, now.plusSeconds(seconds), null);
    }

    /** The whole period once more: a party that had no objection to one text may have one to another. */
    Silence again(Instant now) {
        return new Silence(urgency, seconds, now.plusSeconds(seconds), null);
    }

    Silence broken(Objection by) {
        return new Silence(urgency, seconds, expiresAt, by);
    }

    /** From the very instant of expiry. */
    boolean isOver(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** What became of it, for a party that comes too late to break it. */
    String fate(Instant now) {
        if (objection != null) {
            return ", which %s broke at %s,".formatted(objection.party(), objection.at());
        }
        return isOver(now) ? ", which expired at %s,".formatted(expiresAt) : "";
    }
}
