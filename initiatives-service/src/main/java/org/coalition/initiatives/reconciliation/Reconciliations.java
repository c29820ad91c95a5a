package org.coalition.initiatives.reconciliation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.audit.HistoryEntry;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.initiatives.contribution.Contribution;
import org.coalition.initiatives.contribution.Contributions;
import org.coalition.initiatives.delivery.Deliveries;
import org.coalition.initiatives.initiative.Initiative;
import org.coalition.initiatives.initiative.Initiatives;

/** The lines on which something was given or received, of which a caller may know. What is said of one begins its reconciliation. */
@Singleton
class Reconciliations extends Aggregates<Reconciliation, ReconciliationView> {
    private final Door door;
    private final Initiatives initiatives;
    private final Contributions contributions;
    private final Deliveries deliveries;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    Reconciliations(
            Door door,
            Initiatives initiatives,
            Contributions contributions,
            Deliveries deliveries,
            Caller caller,
            Ids ids,
            Clock clock) {
        super(
                door,
                "reconciliation",
                Reconciliation.class,
                said -> ReconciliationView.of(figures(contributions, said.contributionId()), said, clock.instant()));
        this.door = door;
        this.initiatives = initiatives;
        this.contributions = contributions;
        this.deliveries = deliveries;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    protected Audience audience(Reconciliation reconciliation) {
        return initiatives.audienceOf(reconciliation.initiativeId());
    }

    @Override
    protected Listing listingInSight() {
        return Initiatives.listingWithin("Reconciliation e", caller);
    }

    @Override
    protected List<ReconciliationView> views(List<Reconciliation> all) {
        List<UUID> lines = all.stream().map(Reconciliation::contributionId).toList();
        Listing among = Listing.from("ReconciliationLine e").and("e.id in :lines", "lines", lines);
        Map<UUID, Figures> figures = contributions.rows(Figures.SELECT, among, Figures.class, lines.size() + 1).stream()
                .collect(Collectors.toMap(Figures::contributionId, Function.identity()));
        Instant now = clock.instant();
        return all.stream()
                .map(said -> ReconciliationView.of(figures.get(said.contributionId()), said, now))
                .toList();
    }

    @Override
    protected List<Reconciliation> belongingTo(UUID initiative) {
        return list("initiativeId", initiative);
    }

    @Override
    protected void holdRootOf(UUID reconciliation) {
        reference(reconciliation, "initiativeId").ifPresent(initiatives::hold);
    }

    Page<ReconciliationView> list(ReconciliationFilter filter, PageQuery query) {
        Instant now = clock.instant();
        Listing listing = filter.narrow(Initiatives.listingWithin("ReconciliationLine e", caller))
                .and("e.stands = true and (e.given <> 0 or e.received <> 0)");
        return page(
                Figures.SELECT,
                listing,
                query,
                Figures.class,
                Figures::contributionId,
                line -> ReconciliationView.of(line, now));
    }

    ReconciliationView ofLine(UUID line) {
        contributions.requireVisible(line);
        Reconciliation said = said(line);
        Figures figures = figures(contributions, line);
        return said == null
                ? ReconciliationView.of(figures, clock.instant())
                : ReconciliationView.of(figures, said, clock.instant());
    }

    /** What became of what both say; nothing yet of a line of which nobody has said anything. */
    Page<HistoryEntry> historyOfLine(UUID line, PageQuery query) {
        contributions.requireVisible(line);
        Reconciliation said = said(line);
        return said == null ? new Page<>(List.of(), null) : history(said.id(), query);
    }

    ReconciliationView state(UUID id, StateReceipt receipt) {
        return say(
                id,
                IfMatch.ANY,
                (said, line, initiative, figures) ->
                        said.state(receipt, line, initiative, caller.party(), clock.instant()));
    }

    ReconciliationView agree(UUID id, IfMatch ifMatch, AgreeOnFigure agree) {
        return say(
                id,
                ifMatch,
                (said, line, initiative, figures) -> said.agree(
                        agree.agreed(), figures, concerned(said), initiative, caller.party(), clock.instant()));
    }

    ReconciliationView dispute(UUID id, IfMatch ifMatch, DisputeFigures dispute) {
        return say(
                id,
                ifMatch,
                (said, line, initiative, figures) ->
                        said.dispute(dispute.grounds(), figures, initiative, caller.party()));
    }

    /** What is said of a line; over its figures as they stand then, for which the line is locked. */
    private interface Saying {
        ReconciliationEvent of(Reconciliation said, Contribution line, Initiative initiative, Figures figures);
    }

    private ReconciliationView say(UUID id, IfMatch ifMatch, Saying saying) {
        return door.together(() -> {
            Contribution line = contributions.heldAlone(id);
            Initiative initiative = initiatives.held(line.initiativeId());
            if (line.isSplit() && !line.takesDeliveries()) {
                throw new Conflict(
                        "This line was split; turn to its parts, see /v1/contributions?splitFrom=" + line.id());
            }
            Figures figures = figures(contributions, id);
            Reconciliation said = said(id);
            if (said != null) {
                return change(said.id(), ifMatch, found -> saying.of(found, line, initiative, figures));
            }
            IfMatch.require(
                    ifMatch,
                    noun(),
                    ReconciliationView.of(figures, clock.instant()).tag());
            return create(() -> {
                Reconciliation begun = new Reconciliation(ids.next(), line, clock.instant());
                return new Created<>(begun, saying.of(begun, line, initiative, figures));
            });
        });
    }

    private List<String> concerned(Reconciliation said) {
        return Stream.concat(
                        deliveries.recipientsUnder(said.contributionId()).stream(),
                        said.statements().stream().map(ReceiptStatement::recipient))
                .distinct()
                .toList();
    }

    private Reconciliation said(UUID line) {
        return find("contributionId", line).firstResult();
    }

    /** Those of a line on which nothing was given or received are zeros. */
    private static Figures figures(Contributions contributions, UUID line) {
        return contributions
                .rows(
                        Figures.SELECT,
                        Listing.from("ReconciliationLine e").and("e.id = :line", "line", line),
                        Figures.class,
                        1)
                .get(0);
    }
}
