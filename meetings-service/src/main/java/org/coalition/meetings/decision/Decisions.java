package org.coalition.meetings.decision;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.aggregate.DomainEvent;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.meetings.agenda.AgendaItem;
import org.coalition.meetings.meeting.Meeting;
import org.coalition.meetings.meeting.Meetings;
import org.coalition.meetings.party.Parties;

/**
 * The decisions of the meetings that a caller may know of. Whoever reads or changes one whose silence has expired
 * records its adoption first, so that an answer never depends on whether the scheduler has run.
 */
@Singleton
public class Decisions extends Aggregates<Decision, DecisionView> {
    private static final String DUE = "status = UNDER_SILENCE and expiresAt <= ?1";

    private final Meetings meetings;
    private final Parties parties;
    private final RegisterNumber register;
    private final Caller caller;
    private final Clock clock;

    Decisions(Door door, Meetings meetings, Parties parties, RegisterNumber register, Caller caller, Clock clock) {
        super(door, "decision", Decision.class, decision -> DecisionView.of(decision, clock.instant()));
        this.meetings = meetings;
        this.parties = parties;
        this.register = register;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    protected Audience audience(Decision decision) {
        return meetings.audienceOf(decision.meetingId());
    }

    @Override
    protected List<Decision> belongingTo(UUID meeting) {
        return list("meetingId", meeting);
    }

    @Override
    protected void holdRootOf(UUID decision) {
        reference(decision, "meetingId").ifPresent(meetings::hold);
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

    /** A change under the rules of the meeting, which stays as it is until the change is made. */
    DecisionView change(UUID id, IfMatch ifMatch, BiFunction<Decision, Meeting, DomainEvent> verb) {
        return change(id, ifMatch, decision -> verb.apply(decision, meetings.held(decision.meetingId())));
    }

    Page<DecisionView> list(DecisionFilter filter, PageQuery query) {
        Instant now = clock.instant();
        return page(
                filter.narrow(Meetings.listingWithin("Decision e", caller), now),
                query,
                decision -> DecisionView.of(decision, now));
    }

    Meeting meetingOf(AgendaItem item) {
        return meetings.held(item.meetingId());
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
