package org.coalition.meetings.minutes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregate;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.meetings.meeting.Meeting;

/** How a party would have a section of circulated minutes read. Host and chair decide on it. */
@Entity
@Table(name = "minutes_correction")
class Correction extends Aggregate {
    /** Corrections of one party to the minutes of one meeting. */
    private static final int MOST = 20;

    @Column(name = "meeting_id", updatable = false)
    private UUID meetingId;

    @Column(name = "minutes_id", updatable = false)
    private UUID minutesId;

    @Column(updatable = false)
    private String party;

    @Column(name = "text_version", updatable = false)
    private int textVersion;

    @Column(updatable = false)
    private int section;

    @Column(updatable = false)
    private String text;

    @Column(updatable = false)
    private String reason;

    @Enumerated(EnumType.STRING)
    private CorrectionStatus status = CorrectionStatus.OPEN;

    @Column(name = "status_reason")
    private String statusReason;

    @Column(name = "decided_at")
    private Instant decidedAt;

    protected Correction() {}

    private Correction(UUID id, Minutes minutes, ProposeCorrection proposed, String by, Instant now) {
        super(id, now);
        meetingId = minutes.meetingId();
        minutesId = minutes.id();
        textVersion = minutes.textVersion();
        party = by;
        section = proposed.section();
        text = proposed.text();
        reason = proposed.reason();
    }

    /** @param earlier how many corrections of these minutes the party has proposed already */
    static Created<Correction> propose(
            UUID id, Minutes minutes, ProposeCorrection proposed, long earlier, String by, Instant now) {
        minutes.requireTakesCorrections(now);
        int sections = minutes.text().sections().size();
        if (proposed.section() > sections) {
            throw new RuleViolated("/section", "no-such-section", "The minutes have %d sections.".formatted(sections));
        }
        if (earlier >= MOST) {
            throw new Conflict("%s has proposed %d corrections of these minutes; that is as many as it may."
                    .formatted(by, earlier));
        }
        return new Created<>(
                new Correction(id, minutes, proposed, by, now),
                new CorrectionEvent.Proposed(by, proposed.section(), proposed.reason()));
    }

    CorrectionEvent accept(String why, Meeting meeting, String by, Instant now) {
        meeting.requireRunBy(by);
        become(CorrectionStatus.ACCEPTED, "accept this correction", why, now);
        return new CorrectionEvent.Accepted(why);
    }

    CorrectionEvent reject(String why, Meeting meeting, String by, Instant now) {
        meeting.requireRunBy(by);
        become(CorrectionStatus.REJECTED, "reject this correction", why, now);
        return new CorrectionEvent.Rejected(why);
    }

    private void become(CorrectionStatus next, String what, String why, Instant now) {
        if (!status.next().contains(next)) {
            throw new IllegalTransition(what, status, status.next());
        }
        status = next;
        statusReason = why;
        decidedAt = now;
    }

    @Override
    public UUID streamId() {
        return meetingId;
    }

    UUID meetingId() {
        return meetingId;
    }

    UUID minutesId() {
        return minutesId;
    }

    String party() {
        return party;
    }

    int textVersion() {
        return textVersion;
    }

    int section() {
        return section;
    }

    String text() {
        return text;
    }

    String reason() {
        return reason;
    }

    CorrectionStatus status() {
        return status;
    }

    String statusReason() {
        return statusReason;
    }

    Instant decidedAt() {
        return decidedAt;
    }
}
