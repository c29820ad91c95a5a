package org.coalition.meetings.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.RuleViolated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Which parties are entitled to speak on a decision, and what they have said. */
@Embeddable
record Ballot(
        @JdbcTypeCode(SqlTypes.ARRAY) @Column(name = "entitled_parties")
        String[] entitledParties,

        @JdbcTypeCode(SqlTypes.JSON) List<Position> positions,
        @JdbcTypeCode(SqlTypes.JSON) List<Reservation> reservations) {

    private static final int MOST_RESERVATIONS = 3;

    static Ballot of(List<String> entitled) {
        return new Ballot(new TreeSet<>(entitled).toArray(String[]::new), List.of(), List.of());
    }

    List<String> entitled() {
        return List.of(entitledParties);
    }

    /** From now on nobody else is entitled: those that were named, or all that have a delegation now. */
    Ballot frozen(Supplier<List<String>> delegations) {
        Ballot frozen = entitledParties.length > 0 ? this : of(delegations.get());
        if (frozen.entitledParties.length == 0) {
            throw new RuleViolated(
                    "/entitledParties", "nobody-entitled", "No party is entitled: the meeting has no delegation yet.");
        }
        return frozen;
    }

    void requireEntitled(String party) {
        if (!entitled().contains(party)) {
            throw new NotAllowed("Only the entitled parties (%s) take part in this decision; your token speaks for %s."
                    .formatted(String.join(", ", entitledParties), party));
        }
    }

    /** A party's last position counts. */
    Ballot with(Position position) {
        requireEntitled(position.party());
        List<Position> taken = new ArrayList<>(positions);
        taken.removeIf(earlier -> earlier.party().equals(position.party()));
        taken.add(position);
        return new Ballot(entitledParties, List.copyOf(taken), reservations);
    }

    /** The same statement sent again is still one; what a party has stated is not taken back. */
    Ballot with(Reservation made) {
        requireEntitled(made.party());
        if (reservations.stream().anyMatch(made::repeats)) {
            return this;
        }
        if (reservations.stream()
                        .filter(earlier -> earlier.party().equals(made.party()))
                        .count()
                >= MOST_RESERVATIONS) {
            throw new Conflict("%s has attached %d statements to this decision; that is as many as a party may."
                    .formatted(made.party(), MOST_RESERVATIONS));
        }
        List<Reservation> all = new ArrayList<>(reservations);
        all.add(made);
        return new Ballot(entitledParties, positions, List.copyOf(all));
    }

    Tally tally() {
        return Tally.of(
                entitledParties.length, positions.stream().map(Position::stance).toList());
    }
}
