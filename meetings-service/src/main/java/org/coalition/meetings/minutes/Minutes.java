package org.coalition.meetings.minutes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
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

/**
 * The record of a meeting. Once it is circulated its text changes only by what a party has asked for, and once it is
 * approved only by a corrigendum, so that nobody is held to a text that it could not have read.
 */
@Entity
@Table(name = "minutes")
class Minutes extends Aggregate {
    private static final Duration LONGEST_COMMENTING = Duration.ofDays(90);

    @Column(name = "meeting_id", updatable = false)
    private UUID meetingId;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Section> sections;

    /** 0 until the text is circulated; from then on each text has its number. */
    @Column(name = "text_version")
    private int textVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Agreement> agreements = List.of();

    @Enumerated(EnumType.STRING)
    private MinutesStatus status = MinutesStatus.DRAFT;

    @Column(name = "circulated_at")
    private Instant circulatedAt;

    @Column(name = "comment_until")
    private Instant commentUntil;

    @Column(name = "approved_at")
    private Instant approvedAt;

    protected Minutes() {}

    private Minutes(UUID id, UUID meetingId, MinutesText text, Instant now) {
        super(id, now);
        this.meetingId = meetingId;
        sections = text.sections();
    }

    static Created<Minutes> draft(UUID id, Meeting meeting, MinutesText text, String by, Instant now) {
        meeting.requireRunBy(by);
        meeting.requireTakesMinutes();
        return new Created<>(new Minutes(id, meeting.id(), text, now), new MinutesEvent.Drafted());
    }

    MinutesEvent revise(MinutesText revised, Meeting meeting, String by) {
        meeting.requireRunBy(by);
        if (status != MinutesStatus.DRAFT) {
            throw new IllegalTransition("edit the text of these minutes", status, status.next());
        }
        sections = revised.sections();
        return new MinutesEvent.Revised();
    }

    MinutesEvent circulate(Instant until, Meeting meeting, String by, Instant now) {
        meeting.requireRunBy(by);
        become(MinutesStatus.CIRCULATED, "circulate the text of these minutes");
        meeting.requireCirculatesMinutes();
        if (!until.isAfter(now)) {
            throw new RuleViolated("/commentUntil", "not-in-the-future", "commentUntil must be in the future.");
        }
        if (until.isAfter(now.plus(LONGEST_COMMENTING))) {
            throw new RuleViolated(
                    "/commentUntil",
                    "too-far",
                    "commentUntil is at most %d days from now.".formatted(LONGEST_COMMENTING.toDays()));
        }
        circulatedAt = now;
        commentUntil = until;
        textVersion = 1;
        return new MinutesEvent.Circulated(until);
    }

    MinutesEvent agree(int read, String by, Instant now) {
        if (status != MinutesStatus.CIRCULATED) {
            throw new IllegalTransition("agree to the text of these minutes", status, status.next());
        }
        if (read != textVersion) {
            throw new Conflict(
                    "The text is version %d now, not %d; read it before you agree.".formatted(textVersion, read));
        }
        if (!hasAgreed(by)) {
            List<Agreement> given = new ArrayList<>(agreements);
            given.add(new Agreement(by, now));
            agreements = List.copyOf(given);
        }
        return new MinutesEvent.AgreedTo(by, textVersion);
    }

    /** Takes over what an accepted correction asks for. Whoever agreed before has agreed to another text. */
    MinutesEvent amend(CorrectionView accepted) {
        if (status != MinutesStatus.CIRCULATED) {
            throw new IllegalTransition("amend the text of these minutes", status, status.next());
        }
        List<Section> amended = new ArrayList<>(sections);
        int index = accepted.section() - 1;
        amended.set(index, new Section(sections.get(index).agendaItemId(), accepted.text()));
        take(amended);
        return new MinutesEvent.Amended(accepted.id(), textVersion, accepted.reason());
    }

    /**
     * Approves the text as it is.
     *
     * @param represented the parties that may comment; whoever approves need not have agreed beforehand
     * @param open how many corrections nobody has decided on
     */
    MinutesEvent approve(Meeting meeting, List<String> represented, long open, String by, Instant now) {
        meeting.requireRunBy(by);
        become(MinutesStatus.APPROVED, "approve the text of these minutes");
        if (open > 0) {
            throw new Conflict(
                    "Corrections of these minutes are open (%d); accept or reject them first.".formatted(open));
        }
        List<String> awaited = represented.stream()
                .filter(party -> !party.equals(by) && !hasAgreed(party))
                .toList();
        if (now.isBefore(commentUntil) && !awaited.isEmpty()) {
            throw new Conflict("Parties may comment until %s; before that, these have yet to agree to the text: %s."
                    .formatted(commentUntil, String.join(", ", awaited)));
        }
        approvedAt = now;
        return new MinutesEvent.Approved(textVersion);
    }

    MinutesEvent correct(MinutesText corrected, String reason, Meeting meeting, String by) {
        meeting.requireRunBy(by);
        if (status != MinutesStatus.APPROVED) {
            throw new IllegalTransition("issue a corrigendum to the text of these minutes", status, status.next());
        }
        take(corrected.sections());
        return new MinutesEvent.Corrected(textVersion, reason);
    }

    /** Parties comment while the text is circulated, until the time that was set for it. */
    void requireTakesCorrections(Instant now) {
        if (status != MinutesStatus.CIRCULATED) {
            throw new IllegalTransition("propose a correction to the text of these minutes", status, status.next());
        }
        if (!now.isBefore(commentUntil)) {
            throw new Conflict("Corrections of these minutes were taken until %s.".formatted(commentUntil));
        }
    }

    private boolean hasAgreed(String party) {
        return agreements.stream().anyMatch(agreement -> agreement.party().equals(party));
    }

    private void take(List<Section> text) {
        if (!text.equals(sections)) {
            sections = List.copyOf(text);
            textVersion++;
            agreements = List.of();
        }
    }

    private void become(MinutesStatus next, String what) {
        if (!status.next().contains(next)) {
            throw new IllegalTransition(what, status, status.next());
        }
        status = next;
    }

    @Override
    public UUID streamId() {
        return meetingId;
    }

    UUID meetingId() {
        return meetingId;
    }

    MinutesText text() {
        return new MinutesText(sections);
    }

    int textVersion() {
        return textVersion;
    }

    List<Agreement> agreements() {
        return agreements;
    }

    MinutesStatus status() {
        return status;
    }

    Instant circulatedAt() {
        return circulatedAt;
    }

    Instant commentUntil() {
        return commentUntil;
    }

    Instant approvedAt() {
        return approvedAt;
    }
}
