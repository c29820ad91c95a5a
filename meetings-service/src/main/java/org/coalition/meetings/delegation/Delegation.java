package org.coalition.meetings.delegation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregate;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.meetings.meeting.Meeting;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The persons representing one party at one meeting. */
@Entity
@Table(name = "delegation")
public class Delegation extends Aggregate {
    @Column(name = "meeting_id", updatable = false)
    private UUID meetingId;

    @Column(updatable = false)
    private String party;

    @JdbcTypeCode(SqlTypes.JSON)
    private Delegate head;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Delegate> members;

    @Enumerated(EnumType.STRING)
    private Rsvp rsvp = Rsvp.NEEDS_ACTION;

    private String substitute;

    /** The head's name alone, kept by the database. */
    @Column(name = "head_name", insertable = false, updatable = false)
    private String headName;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Replacement> replacements = List.of();

    protected Delegation() {}

    private Delegation(UUID id, UUID meetingId, String party, Instant now) {
        super(id, now);
        this.meetingId = meetingId;
        this.party = party;
    }

    static Created<Delegation> form(UUID id, Meeting meeting, FormDelegation form, String by, Instant now) {
        requireOwnOrRunBy(form.party(), meeting, by);
        meeting.requireFormsDelegations();
        Delegation delegation = new Delegation(id, meeting.id(), form.party(), now);
        delegation.head = form.head();
        delegation.members = form.members();
        return new Created<>(delegation, new DelegationEvent.Formed());
    }

    DelegationEvent recompose(DelegationMembers composition, Meeting meeting, String by) {
        requireOwnOrRunBy(party, meeting, by);
        meeting.requireFormsDelegations();
        head = composition.head();
        members = composition.members();
        return new DelegationEvent.Recomposed();
    }

    DelegationEvent reply(Reply reply, Meeting meeting, String by) {
        requireOwnOrRunBy(party, meeting, by);
        meeting.requireFormsDelegations();
        Rsvp from = rsvp;
        if (from != reply.rsvp() && !from.next().contains(reply.rsvp())) {
            throw new IllegalTransition("reply " + reply.rsvp() + " for this delegation", rsvp, rsvp.next());
        }
        rsvp = reply.rsvp();
        substitute = reply.substitute();
        return new DelegationEvent.Replied(from, rsvp);
    }

    /** One delegate goes, another one comes in the same place. */
    DelegationEvent replace(ReplaceDelegate change, Meeting meeting, String by, Instant now) {
        requireOwnOrRunBy(party, meeting, by);
        meeting.requireFormsDelegations();
        if (replacements.size() == Replacement.MOST) {
            throw new Conflict(
                    "%d delegates were replaced already; PATCH the delegation.".formatted(replacements.size()));
        }
        Delegate outgoing;
        if (head != null && head.name().equals(change.outgoing())) {
            outgoing = head;
            head = change.incoming();
        } else {
            outgoing = members.stream()
                    .filter(member -> member.name().equals(change.outgoing()))
                    .findFirst()
                    .orElseThrow(() -> new RuleViolated(
                            "/outgoing",
                            "unknown-delegate",
                            "The delegation has neither a head nor a member of this name."));
            List<Delegate> changed = new ArrayList<>(members);
            changed.set(members.indexOf(outgoing), change.incoming());
            members = List.copyOf(changed);
        }
        List<Replacement> all = new ArrayList<>(replacements);
        all.add(new Replacement(outgoing, change.incoming(), change.reason(), now));
        replacements = List.copyOf(all);
        return new DelegationEvent.DelegateReplaced(
                outgoing.name(), change.incoming().name(), change.reason());
    }

    private static void requireOwnOrRunBy(String party, Meeting meeting, String by) {
        if (!party.equals(by)) {
            meeting.requireRunBy(by);
        }
    }

    @Override
    public UUID streamId() {
        return meetingId;
    }

    public UUID meetingId() {
        return meetingId;
    }

    public String party() {
        return party;
    }

    DelegationMembers composition() {
        return new DelegationMembers(head, members);
    }

    Reply reply() {
        return new Reply(rsvp, substitute);
    }

    List<Replacement> replacements() {
        return replacements;
    }
}
