package org.coalition.initiatives.contribution;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.aggregate.DomainEvent;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.NotFound;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.initiatives.initiative.Initiative;
import org.coalition.initiatives.initiative.Initiatives;

/** The contributions to the initiatives that a caller may know of. */
@Singleton
public class Contributions extends Aggregates<Contribution, ContributionView> {
    /** A view's components in their order; so that version and figures are those of one moment, and no ledger is loaded. */
    private static final String VIEW = "e.id, e.version, e.initiativeId, e.party, e.track, e.instrument, e.description,"
            + " e.currency, e.unit, %s, %s, (select cast(count(l) as Integer) from LedgerEntry l where l.contribution = e),"
                    .formatted(net(EntryKind.PLEDGE), net(EntryKind.COMMITMENT))
            + " e.createdAt, e.updatedAt";

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Initiatives initiatives;
    private final Caller caller;

    Contributions(Door door, Initiatives initiatives, Caller caller) {
        super(door, "contribution", Contribution.class, ContributionView::of);
        this.initiatives = initiatives;
        this.caller = caller;
    }

    @Override
    protected Audience audience(Contribution contribution) {
        return initiatives.audienceOf(contribution.initiativeId());
    }

    @Override
    protected List<Contribution> belongingTo(UUID initiative) {
        return list("initiativeId", initiative);
    }

    @Override
    protected void holdRootOf(UUID contribution) {
        reference(contribution, "initiativeId").ifPresent(initiatives::hold);
    }

    /** A change under the rules of the initiative, which stays as it is until the change is made. */
    ContributionView change(UUID id, IfMatch ifMatch, BiFunction<Contribution, Initiative, DomainEvent> verb) {
        return change(id, ifMatch, found -> verb.apply(found, initiatives.held(found.initiativeId())));
    }

    /** A change that adds this entry; whoever else adds one meanwhile waits, and needs not have seen the line before. */
    LedgerEntryView append(UUID id, UUID entry, BiFunction<Contribution, Initiative, DomainEvent> verb) {
        ContributionView line = change(id, IfMatch.ANY, verb);
        return recorded(line.id(), entry);
    }

    @Override
    public ContributionView get(UUID id) {
        Listing one = Initiatives.listingWithin("Contribution e", caller).and("e.id = :id", "id", id);
        return rows(VIEW, one, ContributionView.class, 1).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(noun(), id));
    }

    Page<ContributionView> list(ContributionFilter filter, PageQuery query) {
        Listing following = filter.narrow(Initiatives.listingWithin("Contribution e", caller))
                .and("e.id > :after", "after", query.afterId());
        return Page.of(rows(VIEW, following, ContributionView.class, query.fetch()), query, line -> line.id()
                .toString());
    }

    /** The ledger of a contribution, in the order of recording. */
    Page<LedgerEntryView> entries(UUID id, PageQuery query) {
        requireVisible(id);
        List<LedgerEntryView> following = ledger(
                        "l.contribution.id = ?1 and l.number > ?2 order by l.number", id, numberOf(query.afterId(), id))
                .range(0, query.fetch() - 1)
                .stream()
                .map(LedgerEntryView::of)
                .toList();
        return Page.of(following, query, entry -> entry.id().toString());
    }

    LedgerEntryView entry(UUID id, UUID entry) {
        requireVisible(id);
        return recorded(id, entry);
    }

    private LedgerEntryView recorded(UUID id, UUID entry) {
        return ledger("l.contribution.id = ?1 and l.id = ?2", id, entry)
                .firstResultOptional()
                .map(LedgerEntryView::of)
                .orElseThrow(() -> new NotFound("ledger entry", entry));
    }

    /** The place of an entry in a ledger; 0 for the smallest id, which is that before all entries. */
    private int numberOf(UUID entry, UUID id) {
        return entry.equals(BEFORE_ALL)
                ? 0
                : ledger("l.contribution.id = ?1 and l.id = ?2", id, entry)
                        .firstResultOptional()
                        .map(LedgerEntry::number)
                        .orElseThrow(() -> new Malformed(Fault.in(
                                "cursor", "foreign-cursor", "The cursor is not one that this ledger gave out.")));
    }

    private PanacheQuery<LedgerEntry> ledger(String condition, Object... parameters) {
        return find("select l from LedgerEntry l join fetch l.contribution where " + condition, parameters)
                .project(LedgerEntry.class);
    }

    private static String net(EntryKind kind) {
        return "(select coalesce(sum(l.amount), 0) from LedgerEntry l where l.contribution = e and l.kind = %s)"
                .formatted(kind);
    }

    /** What was contributed to these initiatives, of which the caller may know; in the order of creation. */
    public List<Contribution> to(Collection<UUID> initiatives, int most) {
        return find("initiativeId in ?1 order by id", initiatives)
                .range(0, most - 1)
                .list();
    }

    /** A contribution that the caller may know of; null if there is none. */
    public Contribution visibleOrNull(UUID id) {
        return isVisible(id) ? findById(id) : null;
    }
}
