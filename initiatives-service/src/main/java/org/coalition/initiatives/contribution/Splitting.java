package org.coalition.initiatives.contribution;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.web.IfMatch;

/**
 * A line is split into parts: other lines that from then on stand for it. At one instant its ledger stands still and theirs begin
 * with shares of its entries, so that whatever leaves out a line from the time of its split counts the same before and after.
 */
@Singleton
class Splitting {
    private final Door door;
    private final Contributions contributions;
    private final Ledgers ledgers;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    Splitting(Door door, Contributions contributions, Ledgers ledgers, Caller caller, Ids ids, Clock clock) {
        this.door = door;
        this.contributions = contributions;
        this.ledgers = ledgers;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /** The line that was split. */
    ContributionView split(UUID id, IfMatch ifMatch, SplitContribution wanted) {
        List<UUID> parts =
                Stream.generate(ids::next).limit(wanted.parts().size()).toList();
        return door.together(() -> {
            ContributionView whole = contributions.change(
                    id,
                    ifMatch,
                    (line, initiative) -> line.split(wanted, parts, initiative, caller.party(), clock.instant()));
            Contribution line = contributions.findById(id);
            List<List<Share>> shares = Share.of(ledgers.standing(id), wanted.parts(), ids::next);
            for (int i = 0; i < parts.size(); i++) {
                open(parts.get(i), line, wanted.parts().get(i), shares.get(i));
            }
            return whole;
        });
    }

    @CanIgnoreReturnValue
    private ContributionView open(UUID id, Contribution whole, SplitPart part, List<Share> shares) {
        ContributionView opened = contributions.create(() -> Contribution.partOf(id, whole, part));
        return shares.isEmpty()
                ? opened
                : contributions.change(
                        id,
                        IfMatch.ANY,
                        (line, initiative) -> line.takeOver(shares, whole.splitAt(), caller.subject()));
    }
}
