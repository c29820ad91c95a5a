package org.coalition.meetings.decision;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.coalition.defaults.aggregate.DomainEvent;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.meetings.agenda.AgendaItem;
import org.coalition.meetings.agenda.AgendaItems;
import org.coalition.meetings.agenda.Outcomes;
import org.coalition.meetings.delegation.Delegations;
import org.jboss.logging.Logger;

/**
 * The decisions of the meetings that a caller may know of. Whoever reads or changes one whose silence has expired
 * records its adoption first, so that an answer never depends on whether the scheduler has run.
 */
@Singleton
public class Decisions extends Outcomes<Decision, DecisionView> {
    private static final Logger LOG = Logger.getLogger(Decisions.class);
    private static final int AT_ONCE = 100;

    private final Door door;
    private final Delegations delegations;
    private final RegisterNumber register;
    private final SilenceMinimum minimum;
    private final Caller caller;
    private final Clock clock;

    Decisions(
            Door door,
            AgendaItems items,
            Delegations delegations,
            RegisterNumber register,
            SilenceMinimum minimum,
            Caller caller,
            Clock clock) {
        super(door, "decision", Decision.class, decision -> DecisionView.of(decision, clock.instant()), items);
        this.door = door;
        this.delegations = delegations;
        this.register = register;
        this.minimum = minimum;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public DecisionView get(UUID id) {
        DecisionView read = super.get(id);
        return read.awaitsSettlement() ? settle(id) : read;
    }

    /** Looks for an expired silence inside the change: a query before it would keep a second connection. */
    @Override
    public DecisionView change(UUID id, IfMatch ifMatch, Function<Decision, DomainEvent> verb) {
        try {
            return super.change(id, ifMatch, decision -> {
                if (!decision.isSettled(clock.instant())) {
                    throw new Unsettled();
                }
                return verb.apply(decision);
            });
        } catch (Unsettled expired) {
            settle(id);
            return super.change(id, ifMatch, verb);
        }
    }

    /**
     * Puts a decision under silence, in the name of the caller's party; also as a step of a larger change.
     *
     * @param start a period that is too short for its urgency is refused with 422
     */
    public DecisionView startSilence(UUID id, IfMatch ifMatch, StartSilence start) {
        return change(id, ifMatch, (decision, meeting) -> {
            DecisionEvent started = decision.startSilence(
                    start, meeting, () -> delegations.partiesAt(meeting.id()), caller.party(), clock.instant());
            minimum.require(start);
            requireNoRival(decision);
            return started;
        });
    }

    Page<DecisionView> list(DecisionFilter filter, PageQuery query) {
        Instant now = clock.instant();
        Listing listing = filter.narrow(visible(), now)
                .sortable("effectiveOn", "e.content.effectiveOn")
                .sortable("reviewOn", "e.content.reviewOn");
        return page(listing, query, decision -> DecisionView.of(decision, now));
    }

    /** The decisions of these meetings of which the caller may know, by the clock; no more than so many. */
    public List<DecisionView> ofMeetings(Collection<UUID> ids, int most) {
        return known(visible().and("e.meetingId in :meetings", "meetings", ids), most);
    }

    /** Those of these decisions of which the caller may know, by the clock. */
    public List<DecisionView> known(Collection<UUID> ids) {
        return known(visible().and("e.id in :ids", "ids", ids), ids.size() + 1);
    }

    private List<DecisionView> known(Listing listing, int most) {
        Instant now = clock.instant();
        return first(most, listing, "e.id", decision -> DecisionView.of(decision, now));
    }

    /** A decision that is under silence as soon as it is drafted, for what cannot wait. */
    @CanIgnoreReturnValue
    public DecisionView putUnderSilence(
            UUID id, UUID agendaItem, String text, List<String> entitled, StartSilence start, String by) {
        DraftDecision draft = DraftDecision.underSilence(text, entitled);
        DecisionView drafted = create(() -> {
            AgendaItem item = item(agendaItem);
            return Decision.draft(id, item, meetingOf(item), draft, by, clock.instant());
        });
        return startSilence(drafted.id(), IfMatch.ANY, start);
    }

    /** The register in its order; what has come into it by the clock is recorded first, as it needs its number. */
    Page<RegisterEntry> register(RegisterFilter filter, PageQuery query) {
        int settled;
        do {
            settled = settleDue();
        } while (settled == AT_ONCE);
        Instant now = clock.instant();
        return page(
                RegisterPlace.after(query.afterKey(), filter.narrow(visible(), now)),
                RegisterPlace.ORDER,
                query,
                decision -> decision.place().key(),
                decision -> RegisterEntry.of(decision, now));
    }

    /** For reports: the decisions taken in a period, by the clock; {@code i} is the agenda item. */
    public Listing taken(Instant from, Instant until, Instant now) {
        return visible()
                .and("e.computed.decidedAt <= :now", "now", now)
                .and("e.computed.decidedAt >= :from", "from", from)
                .and("e.computed.decidedAt < :until", "until", until);
    }

    /** For reports: the decisions that had been drafted by then and have come to no result, by the clock. */
    public Listing notTaken(Instant until, Instant now) {
        return visible()
                .and("e.computed.decidedAt is null or e.computed.decidedAt > :now", "now", now)
                .and("e.createdAt < :until", "until", until);
    }

    /** Whether all who may know of the one decision may know of the other as well. */
    boolean mayBeNamedIn(Decision named, Decision naming) {
        return audience(named).covers(audience(naming));
    }

    /**
     * The next register number, for a decision that is being adopted.
     *
     * @throws Conflict 409 if another one takes the place of what it supersedes; under a race the unique index says so
     */
    String number(Decision adopted, int year) {
        requireNoRival(adopted);
        return register.next(year);
    }

    private void requireNoRival(Decision decision) {
        UUID superseded = decision.decisionText().supersedes();
        if (superseded != null
                && count(
                                "content.supersedes = ?1 and id <> ?2 and status in (UNDER_SILENCE, ADOPTED)",
                                superseded,
                                decision.id())
                        > 0) {
            throw new Conflict(
                    "Decision %s is superseded, or about to be by one under silence; only one can take its place. Withdraw this one, or draft it without."
                            .formatted(superseded));
        }
    }

    /** Records the silences that have lasted, at most a hundred, the oldest first; how many it recorded. */
    @CanIgnoreReturnValue
    int settleDue() {
        int settled = 0;
        for (UUID due : door.together(this::due)) {
            try {
                settle(due);
                settled++;
            } catch (RuntimeException failure) {
                // The others must not wait for this one; it is tried again at the next turn.
                LOG.errorf(failure, "Decision %s could not be settled", due);
            }
        }
        return settled;
    }

    /** Whether none is left that should have been recorded. */
    boolean allSettled() {
        return door.together(this::due).isEmpty();
    }

    private List<UUID> due() {
        return find("status = UNDER_SILENCE and silence.expiresAt <= ?1 order by silence.expiresAt", clock.instant())
                .range(0, AT_ONCE - 1)
                .list()
                .stream()
                .map(Decision::id)
                .toList();
    }

    /** Records that a silence has lasted; does nothing if it has not, or if that was recorded already. */
    @CanIgnoreReturnValue
    DecisionView settle(UUID id) {
        return settle(id, decision -> decision.settle(register::next, clock.instant()));
    }
}
