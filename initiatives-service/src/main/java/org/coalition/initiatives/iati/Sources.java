package org.coalition.initiatives.iati;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.audit.HistoryEntry;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.NotFound;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.initiatives.initiative.Initiatives;

/** From where the initiatives that a caller may know of were imported. */
@Singleton
class Sources extends Aggregates<Source, SourceView> {
    private final Initiatives initiatives;
    private final ActivityIdentifier identifiers;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    Sources(Door door, Initiatives initiatives, ActivityIdentifier identifiers, Caller caller, Ids ids, Clock clock) {
        super(door, "iati-source", Source.class, SourceView::of);
        this.initiatives = initiatives;
        this.identifiers = identifiers;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    protected Audience audience(Source source) {
        return initiatives.audienceOf(source.initiativeId());
    }

    @Override
    protected Listing listingInSight() {
        return Initiatives.listingWithin("Source e", caller);
    }

    @Override
    protected List<Source> belongingTo(UUID initiative) {
        return list("initiativeId", initiative);
    }

    @Override
    protected void holdRootOf(UUID source) {
        reference(source, "initiativeId").ifPresent(initiatives::hold);
    }

    /** Keeps the activity of which an initiative was made. */
    SourceView keep(UUID initiative, String identifier, String activity, Taken taken) {
        return create(() ->
                Source.keep(ids.next(), initiative, identifier, activity, taken, caller.party(), clock.instant()));
    }

    SourceView ofInitiative(UUID initiative) {
        initiatives.requireVisible(initiative);
        return SourceView.of(imported(initiative));
    }

    /** What became of it by later imports. */
    Page<HistoryEntry> historyOf(UUID initiative, PageQuery query) {
        initiatives.requireVisible(initiative);
        return history(imported(initiative).id(), query);
    }

    private Source imported(UUID initiative) {
        return find("initiativeId", initiative)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("IATI source of initiative", initiative));
    }

    /** The sources of these initiatives, of which the caller may know, by initiative. */
    Map<UUID, Source> of(Collection<UUID> initiatives) {
        return list("initiativeId in ?1", initiatives).stream()
                .collect(Collectors.toMap(Source::initiativeId, Function.identity()));
    }

    /**
     * Lets pass what the caller's party has not imported yet, nor anybody of whose import it may know. Another party's import that it
     * may not know of does not exist for it: so there may be two of them, which tells nobody anything.
     */
    void requireNew(String identifier) {
        UUID ours = identifiers.initiative(identifier);
        if (ours != null && initiatives.isVisible(ours)) {
            throw new Conflict("The activity %s is /v1/initiatives/%s of this service.".formatted(identifier, ours));
        }
        Listing imported = Listing.from("Source e join Initiative i on i.id = e.initiativeId")
                .visible(Audience.hql("i.audience") + " or e.party = :party", caller)
                .and("e.identifier = :identifier", "identifier", identifier);
        first(1, imported, "e.id", Function.identity()).forEach(source -> {
            throw new Conflict("The activity %s was imported already, as %s; an activity is imported once."
                    .formatted(identifier, "/v1/initiatives/" + source.initiativeId()));
        });
    }
}
