package org.coalition.initiatives.contribution;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.coalition.defaults.aggregate.DomainEvent;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.NotFound;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.initiatives.initiative.Initiative;

/** The ledgers of the contributions that a caller may know of. An entry changes its line, and needs no precondition for that. */
@Singleton
public class Ledgers {
    private static final int MOST_STANDING = 1000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Contributions contributions;
    private final Caller caller;
    private final Clock clock;

    Ledgers(Contributions contributions, Caller caller, Clock clock) {
        this.contributions = contributions;
        this.caller = caller;
        this.clock = clock;
    }

    /** Adds an entry; whoever else adds one meanwhile waits, and needs not have seen the line before. */
    LedgerEntryView post(UUID id, UUID entry, PostEntry posted) {
        return added(id, entry, (line, initiative) -> line.post(posted, initiative, recording(entry)));
    }

    /** Takes an entry back by another one, on the same terms. */
    LedgerEntryView reverse(UUID id, UUID entry, UUID reversal, String reason) {
        return added(
                id,
                reversal,
                (line, initiative) ->
                        line.reverse(() -> unreversed(id, entry), reason, initiative, recording(reversal)));
    }

    /** Adds an entry that comes from elsewhere; {@code entry} is its id. */
    @CanIgnoreReturnValue
    public UUID takeIn(UUID id, UUID entry, PostEntry posted) {
        return post(id, entry, posted).id();
    }

    /** Takes back an entry that came from elsewhere; {@code reversal} is the id of what does. */
    @CanIgnoreReturnValue
    public UUID takeBack(UUID id, UUID entry, UUID reversal, String reason) {
        return reverse(id, entry, reversal, reason).id();
    }

    /**
     * Records what a recipient has confirmed, together with the delivery that says so. Whoever reads anything of the line before
     * that, in the same transaction, takes it {@link Contributions#holdAlone} first.
     *
     * @return the id of the entry
     */
    @CanIgnoreReturnValue
    public UUID postDelivery(UUID id, Receipt receipt) {
        return added(
                        id,
                        receipt.entryId(),
                        (line, initiative) -> line.deliver(receipt, initiative, recording(receipt.entryId())))
                .id();
    }

    /**
     * Takes back what a recipient had confirmed, as a whole.
     *
     * @param reversal the id that the reversing entry gets
     * @return that id
     */
    @CanIgnoreReturnValue
    public UUID reverseDelivery(UUID id, UUID entry, UUID reversal, String reason) {
        return added(
                        id,
                        reversal,
                        (line, initiative) ->
                                line.undeliver(unreversed(id, entry), reason, initiative, recording(reversal)))
                .id();
    }

    private LedgerEntryView added(UUID id, UUID entry, BiFunction<Contribution, Initiative, DomainEvent> verb) {
        ContributionView line = contributions.change(id, IfMatch.ANY, verb);
        return recorded(line.id(), entry);
    }

    /** Read while the line is locked, so that of two entries the later one is not recorded before the other. */
    private Recording recording(UUID entry) {
        return new Recording(entry, clock.instant(), caller.subject(), caller.party());
    }

    private LedgerEntry unreversed(UUID id, UUID entry) {
        LedgerEntry found = find(id, entry).orElseThrow(() -> new NotFound("ledger entry", entry));
        if (ledger("l.reverses = :entry", Map.of("entry", entry)).firstResult() != null) {
            throw new Conflict("The entry is reversed already.");
        }
        return found;
    }

    /**
     * The entries of a line that were not reversed.
     *
     * @throws Conflict 409 if they are too many to be dealt with at once
     */
    List<LedgerEntry> standing(UUID id) {
        List<LedgerEntry> standing = ledger(
                        "l.contribution.id = :line and l.reverses is null"
                                + " and not exists (select 1 from LedgerEntry r where r.reverses = l.id) order by l.number",
                        Map.of("line", id))
                .range(0, MOST_STANDING)
                .list();
        if (standing.size() > MOST_STANDING) {
            throw new Conflict(
                    "A line of more than %d entries is not split; open other lines.".formatted(MOST_STANDING));
        }
        return standing;
    }

    /** The ledger of a contribution, in the order of recording. */
    Page<LedgerEntryView> entries(UUID id, EntryFilter filter, PageQuery query) {
        contributions.requireVisible(id);
        List<LedgerEntryView> following = ledger(
                        "l.contribution.id = :line and l.number > :after" + filter.hql() + " order by l.number",
                        filter.with(Map.of("line", id, "after", numberOf(query.afterId(), id))))
                .range(0, query.fetch() - 1)
                .stream()
                .map(LedgerEntryView::of)
                .toList();
        return Page.of(following, query, entry -> entry.id().toString());
    }

    LedgerEntryView entry(UUID id, UUID entry) {
        contributions.requireVisible(id);
        return recorded(id, entry);
    }

    private LedgerEntryView recorded(UUID id, UUID entry) {
        return find(id, entry).map(LedgerEntryView::of).orElseThrow(() -> new NotFound("ledger entry", entry));
    }

    /** The place of an entry in a ledger; 0 for the smallest id, which is that before all entries. */
    private int numberOf(UUID entry, UUID id) {
        return entry.equals(BEFORE_ALL)
                ? 0
                : find(id, entry)
                        .map(LedgerEntry::number)
                        .orElseThrow(() -> new Malformed(Fault.in(
                                "cursor", "foreign-cursor", "The cursor is not one that this ledger gave out.")));
    }

    private Optional<LedgerEntry> find(UUID id, UUID entry) {
        return ledger("l.contribution.id = :line and l.id = :entry", Map.of("line", id, "entry", entry))
                .firstResultOptional();
    }

    private PanacheQuery<LedgerEntry> ledger(String condition, Map<String, Object> parameters) {
        return contributions
                .find("select l from LedgerEntry l join fetch l.contribution where " + condition, parameters)
                .project(LedgerEntry.class);
    }
}
