package org.coalition.initiatives.initiative;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.identity.Visibility;

/** Initiatives without a database that GB leads, for tests of their rules and of those that hang on them. */
public final class Planned {
    static final String GB = "GB";
    static final Instant NOW = Instant.parse("2026-01-12T10:00:00Z");

    private Planned() {}

    /** One in PIPELINE. */
    public static Initiative initiative() {
        return Initiative.plan(UUID.randomUUID(), details(null), Links.NONE, GB, NOW)
                .aggregate();
    }

    /** One that was closed. */
    public static Initiative closed() {
        return in(InitiativeStatus.CLOSED);
    }

    /** One that was cancelled. */
    public static Initiative cancelled() {
        return in(InitiativeStatus.CANCELLED);
    }

    /** One that legal moves brought into this state. */
    static Initiative in(InitiativeStatus status) {
        Initiative initiative = initiative();
        for (Move move : Move.to(status)) {
            if (move.make(initiative) == null) {
                throw new AssertionError("A verb says what has happened");
            }
        }
        return initiative;
    }

    static InitiativeDetails details(UUID origin, String... leads) {
        return new InitiativeDetails(
                "Air Defense Enhancement",
                Aspect.MILITARY_SUPPORT,
                null,
                List.of("Supply of SAM Systems"),
                List.of("Improved airspace control"),
                leads.length == 0 ? List.of(GB) : List.of(leads),
                List.of(),
                List.of("UA"),
                origin,
                null,
                List.of(),
                Visibility.COALITION,
                List.of());
    }
}
