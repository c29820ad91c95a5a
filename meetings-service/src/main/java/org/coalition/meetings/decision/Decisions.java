package org.coalition.meetings.decision;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.coalition.defaults.aggregate.DomainEvent;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.meetings.agenda.AgendaItem;
import org.coalition.meetings.agenda.AgendaItems;
import org.coalition.meetings.agenda.Outcomes;
import org.coalition.meetings.party.Parties;

/**
 * The decisions of the meetings that a caller may know of. Whoever reads or changes one whose silence has expired
 * records its adoption first, so that an answer never depends on whether the scheduler has run.
 */
@Singleton
public class Decisions extends Outcomes<Decision, DecisionView> {
    private static final String DUE = "status = UNDER_SILENCE and expiresAt <= ?1";

    private final Parties parties;
    private final RegisterNumber register;
    private final Clock clock;

    Decisions(Door door, AgendaItems items, Parties parties, RegisterNumber register, Clock clock) {
        super(door, "decision", Decision.class, decision -> DecisionView.of(decision, clock.instant()), items);
        this.parties = parties;
        this.register = register;
        this.clock = clock;
    }

    @Override
    public DecisionView get(UUID id) {
        DecisionView read = super.get(id);
        return read.awaitsSettlement() ? settle(id) : read;
    }

    @Override
    public DecisionView change(UUID id, IfMatch ifMatch, Function<Decision, DomainEvent> verb) {
        settleIfDue(id);
        return super.change(id, ifMatch, verb);
    }

    Page<DecisionView> list(DecisionFilter filter, PageQuery query) {
        Instant now = clock.instant();
        return page(filter.narrow(visible("Decision"), now), query, decision -> DecisionView.of(decision, now));
    }

    /** The decisions of these meetings of which the caller may know, by the clock; no more than so many. */
    public List<DecisionView> ofMeetings(Collection<UUID> ids, int most) {
        return known(visible("Decision").and("e.meetingId in :meetings", "meetings", ids), most);
    }

    /** Those of these decisions of which the caller may know, by the clock. */
    public List<DecisionView> known(Collection<UUID> ids) {
        return known(visible("Decision").and("e.id in :ids", "ids", ids), ids.size() + 1);
    }

    private List<DecisionView> known(Listing listing, int most) {
        Instant now = clock.instant();
        return first(most, listing, "e.id", decision -> DecisionView.of(decision, now));
    }

    /** A decision that is under silence as soon as it is drafted, for what cannot wait. */
    @CanIgnoreReturnValue
    public DecisionView putUnderSilence(
            UUID id, UUID agendaItem, String text, List<String> entitled, Duration period, String by) {
        DraftDecision draft = new DraftDecision(text, AdoptionRule.SILENCE, entitled, null, null);
        DecisionView drafted = create(() -> {
            AgendaItem item = item(agendaItem);
            return Decision.draft(id, item, meetingOf(item), draft, by, clock.instant());
        });
        return change(
                drafted.id(),
                IfMatch.ANY,
                (decision, meeting) -> decision.startSilence(period, meeting, List::of, by, clock.instant()));
    }

    void requireKnown(List<String> entitledParties) {
        Map<String, String> references = new HashMap<>();
        for (int i = 0; i < entitledParties.size(); i++) {
            references.put("/entitledParties/" + i, entitledParties.get(i));
        }
        parties.requireKnown(references);
    }

    /** The decisions whose silence has expired and is not recorded yet; at most a hundred, the oldest first. */
    List<UUID> due() {
        return find(DUE + " order by expiresAt", clock.instant()).range(0, 99).list().stream()
                .map(Decision::id)
                .toList();
    }

    /** Records that a silence has lasted; does nothing if it has not, or if that was recorded already. */
    @CanIgnoreReturnValue
    DecisionView settle(UUID id) {
        return settle(id, decision -> decision.settle(register::next, clock.instant()));
    }

    private void settleIfDue(UUID id) {
        if (count(DUE + " and id = ?2", clock.instant(), id) > 0) {
            settle(id);
        }
    }
}
