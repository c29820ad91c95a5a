package org.coalition.meetings.statement;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.problem.NotFound;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.meetings.agenda.AgendaItem;
import org.coalition.meetings.agenda.AgendaItems;
import org.coalition.meetings.agenda.Outcomes;
import org.coalition.meetings.delegation.Delegations;
import org.coalition.meetings.party.Parties;
import org.coalition.meetings.statement.StatementVersionsView.VersionEntry;

/** The joint statements of the meetings that a caller may know of. */
@Singleton
public class Statements extends Outcomes<Statement, StatementView> {
    private final AgendaItems items;
    private final Delegations delegations;
    private final Parties parties;

    Statements(Door door, AgendaItems items, Delegations delegations, Parties parties) {
        super(door, "statement", Statement.class, StatementView::of, items);
        this.items = items;
        this.delegations = delegations;
        this.parties = parties;
    }

    Page<StatementView> list(StatementFilter filter, PageQuery query) {
        return page(filter.narrow(visible()), query, StatementView::of);
    }

    /** The joint statements of these meetings of which the caller may know; no more than so many. */
    public List<StatementView> ofMeetings(Collection<UUID> ids, int most) {
        return first(most, visible().and("e.meetingId in :meetings", "meetings", ids), "e.id", StatementView::of);
    }

    StatementVersionsView versions(UUID id) {
        Statement statement = requireVisible(id);
        // Without its bound a version written meanwhile would show the current one twice.
        Listing earlier = Listing.from("EarlierVersion e")
                .and("e.statement.id = :statement", "statement", id)
                .and(
                        "e.content.number < :current",
                        "current",
                        statement.current().number());
        return StatementVersionsView.of(
                statement,
                rows(
                        "e.content.number, e.content.language, e.content.at, e.content.by",
                        earlier,
                        VersionEntry.class,
                        TextVersion.MOST));
    }

    StatementVersionView version(UUID id, int number) {
        Statement statement = requireVisible(id);
        return number == statement.current().number()
                ? StatementVersionView.of(statement)
                : find(
                                "select v from EarlierVersion v join fetch v.statement where v.statement.id = ?1 and v.content.number = ?2",
                                id,
                                number)
                        .project(EarlierVersion.class)
                        .firstResultOptional()
                        .map(StatementVersionView::of)
                        .orElseThrow(() -> new NotFound("statement version", number));
    }

    /** Whose endorsement is required must be known, and must be able to read the statement. */
    DraftStatement check(DraftStatement draft, AgendaItem item) {
        Map<String, String> references = Parties.references("/requiredParties", draft.requiredParties());
        parties.requireKnown(references);
        Audience audience = items.audienceOf(item.id());
        List<Fault> strangers = new ArrayList<>();
        references.forEach((pointer, party) -> {
            if (!audience.includes(party)) {
                strangers.add(Fault.at(
                        pointer, "not-in-audience", party + " may not know of this item, so it could not endorse."));
            }
        });
        if (!strangers.isEmpty()) {
            throw new RuleViolated(strangers);
        }
        return draft;
    }

    /** The parties with a delegation to the meeting that may know of this statement. */
    List<String> delegationsThatMayKnow(Statement statement) {
        return delegations.partiesAt(statement.meetingId()).stream()
                .filter(audience(statement)::includes)
                .toList();
    }
}
