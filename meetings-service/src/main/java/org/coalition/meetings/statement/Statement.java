package org.coalition.meetings.statement;

import jakarta.persistence.Basic;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.meetings.agenda.AgendaItem;
import org.coalition.meetings.agenda.Outcome;
import org.coalition.meetings.meeting.Meeting;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A common text of the parties, in versions. A party endorses one version; a new one voids all that was said of it. */
@Entity
@Table(name = "statement")
public class Statement extends Outcome {
    @Embedded
    private TextVersion current;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "required_parties")
    private String[] requiredParties;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Endorsement> endorsements = List.of();

    @Enumerated(EnumType.STRING)
    private StatementStatus status = StatementStatus.DRAFT;

    @Column(name = "status_reason")
    private String statusReason;

    @Column(name = "published_on")
    private LocalDate publishedOn;

    /** Only ever added to; the long texts are read one by one, by their finder. */
    @OneToMany(mappedBy = "statement", cascade = CascadeType.PERSIST)
    private List<EarlierVersion> earlier = new ArrayList<>();

    /** The words of the current text, kept by the database. */
    @Basic(fetch = FetchType.LAZY)
    @Column(insertable = false, updatable = false)
    private String search;

    protected Statement() {}

    private Statement(UUID id, AgendaItem item, DraftStatement draft, String by, Instant now) {
        super(id, item, now);
        requiredParties = new TreeSet<>(draft.requiredParties()).toArray(String[]::new);
        current = new TextVersion(1, draft.text(), draft.language(), now, by);
    }

    static Created<Statement> draft(
            UUID id, AgendaItem item, Meeting meeting, DraftStatement draft, String by, Instant now) {
        meeting.requireRunBy(by);
        meeting.requireRecordsOutcomes();
        return new Created<>(new Statement(id, item, draft, by, now), new StatementEvent.Drafted());
    }

    /**
     * Writes a new version; the same text once more is none.
     *
     * @param replaced the id under which the version before is kept
     */
    StatementEvent rewrite(StatementText rewritten, UUID replaced, Meeting meeting, String by, Instant now) {
        meeting.requireRunBy(by);
        if (status != StatementStatus.DRAFT && status != StatementStatus.OPEN_FOR_ENDORSEMENT) {
            throw new IllegalTransition("rewrite this statement", status, status.next());
        }
        meeting.requireRecordsOutcomes();
        List<String> voided = endorsements.stream().map(Endorsement::party).toList();
        if (!current.says(rewritten)) {
            if (current.number() == TextVersion.MOST) {
                throw new Conflict(
                        "This statement has %d versions; that is as many as fit. Withdraw it and draft another."
                                .formatted(TextVersion.MOST));
            }
            earlier.add(new EarlierVersion(replaced, this));
            current = current.next(rewritten, by, now);
            endorsements = List.of();
        }
        return new StatementEvent.VersionWritten(current.number(), voided);
    }

    /** From now on it is fixed whose endorsement it needs. */
    StatementEvent open(Meeting meeting, Supplier<List<String>> delegations, String by) {
        meeting.requireRunBy(by);
        meeting.requireRecordsOutcomes();
        become(StatementStatus.OPEN_FOR_ENDORSEMENT, "open this statement for endorsement", null);
        if (requiredParties.length == 0) {
            requiredParties = delegations.get().toArray(String[]::new);
        }
        if (requiredParties.length == 0 || requiredParties.length > DraftStatement.MOST_PARTIES) {
            throw new Conflict(
                    "%d parties that may know of this statement have a delegation; draft one that lists 1 to %d parties."
                            .formatted(requiredParties.length, DraftStatement.MOST_PARTIES));
        }
        return new StatementEvent.OpenedForEndorsement();
    }

    /** A party says what it thinks of the version that it has read; to say it twice changes nothing. */
    StatementEvent endorse(Endorse endorse, String by, Instant now) {
        if (status != StatementStatus.OPEN_FOR_ENDORSEMENT) {
            throw new IllegalTransition("endorse or decline this statement", status, status.next());
        }
        requireRequired(by);
        Endorsement given = endorse.by(by, current.number(), now);
        if (endorsements.stream().noneMatch(given::repeats)) {
            List<Endorsement> said = new ArrayList<>(endorsements);
            said.removeIf(before -> before.party().equals(by));
            said.add(given);
            endorsements = List.copyOf(said);
        }
        return given.isEndorsement()
                ? new StatementEvent.Endorsed(by, current.number(), given.stance())
                : new StatementEvent.Declined(by, current.number());
    }

    StatementEvent publish(Meeting meeting, String by, Instant now) {
        meeting.requireRunBy(by);
        Completeness completeness = Completeness.of(this);
        if (status == StatementStatus.OPEN_FOR_ENDORSEMENT && !completeness.complete()) {
            throw new Conflict("Not every required party has endorsed it. " + completeness.explanation());
        }
        become(StatementStatus.PUBLISHED, "publish this statement", null);
        publishedOn = now.atOffset(ZoneOffset.UTC).toLocalDate();
        return new StatementEvent.Published(publishedOn);
    }

    StatementEvent withdraw(String reason, Meeting meeting, String by) {
        meeting.requireRunBy(by);
        become(StatementStatus.WITHDRAWN, "withdraw this statement", reason);
        return new StatementEvent.Withdrawn(reason);
    }

    private void become(StatementStatus next, String what, String reason) {
        if (!status.next().contains(next)) {
            throw new IllegalTransition(what, status, status.next());
        }
        status = next;
        statusReason = reason;
    }

    private void requireRequired(String party) {
        if (!requiredParties().contains(party)) {
            throw new NotAllowed("Only the required parties (%s) endorse this statement; your token speaks for %s."
                    .formatted(String.join(", ", requiredParties), party));
        }
    }

    TextVersion current() {
        return current;
    }

    List<String> requiredParties() {
        return List.of(requiredParties);
    }

    List<Endorsement> endorsements() {
        return endorsements;
    }

    StatementStatus status() {
        return status;
    }

    String statusReason() {
        return statusReason;
    }

    LocalDate publishedOn() {
        return publishedOn;
    }
}
