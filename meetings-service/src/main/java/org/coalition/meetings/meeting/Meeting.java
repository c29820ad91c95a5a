package org.coalition.meetings.meeting;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.coalition.defaults.aggregate.Aggregate;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Visibility;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.RuleViolated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A meeting of parties. Its state governs what may be written about it, here and in all that belongs to it. */
@Entity
@Table(name = "meeting")
public class Meeting extends Aggregate {
    private String title;

    @Enumerated(EnumType.STRING)
    private MeetingLevel level;

    @Enumerated(EnumType.STRING)
    private MeetingFormat format;

    private String host;

    @Embedded
    private Chair chair;

    @Embedded
    private Location location;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "planned_start")
    private Instant plannedStart;

    @Column(name = "planned_end")
    private Instant plannedEnd;

    @Column(name = "previous_start")
    private Instant previousStart;

    @Column(name = "actual_start")
    private Instant actualStart;

    @Column(name = "actual_end")
    private Instant actualEnd;

    /** When it first became known to more than its host and chair. */
    @Column(name = "convened_at")
    private Instant convenedAt;

    private String summary;

    @Embedded
    private Audience audience;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "required_parties")
    private String[] requiredParties;

    @Enumerated(EnumType.STRING)
    private MeetingStatus status = MeetingStatus.DRAFT;

    @Column(name = "status_reason")
    private String statusReason;

    /** The words of title and summary, kept by the database. */
    @Basic(fetch = FetchType.LAZY)
    @Column(insertable = false, updatable = false)
    private String search;

    /** The series from which it was planned, and the occurrence of that: both, or none. */
    @Column(name = "series_id", updatable = false)
    private UUID seriesId;

    @Column(updatable = false)
    private String occurrence;

    protected Meeting() {}

    private Meeting(UUID id, MeetingDetails details, Instant now) {
        super(id, now);
        take(details);
    }

    static Created<Meeting> draft(UUID id, MeetingDetails details, String by, Instant now) {
        Meeting meeting = new Meeting(id, details, now);
        meeting.requireRunBy(by);
        return new Created<>(meeting, new MeetingEvent.Drafted());
    }

    /** A draft for one occurrence of a series. */
    public static Created<Meeting> planned(
            UUID id, MeetingDetails details, UUID seriesId, String occurrence, String by, Instant now) {
        Created<Meeting> created = draft(id, details, by, now);
        created.aggregate().seriesId = seriesId;
        created.aggregate().occurrence = occurrence;
        return created;
    }

    MeetingEvent revise(MeetingDetails details, String by) {
        requireRunBy(by);
        if (status == MeetingStatus.CANCELLED || status == MeetingStatus.MINUTES_APPROVED) {
            throw new IllegalTransition("revise this meeting", status, status.next());
        }
        take(details);
        requireRunBy(by);
        return new MeetingEvent.Revised();
    }

    /**
     * Convenes the meeting.
     *
     * @param clashes computed once the move is known to be possible
     * @param reason why in spite of them; null if it is not to be convened then
     */
    MeetingEvent convene(Function<Meeting, List<Clash>> clashes, String reason, String by, Instant now) {
        requireRunBy(by);
        become(MeetingStatus.CONVENED, "convene this meeting", null);
        convenedAt = convenedAt == null ? now : convenedAt;
        List<Clash> found = clashes.apply(this);
        if (!found.isEmpty() && reason == null) {
            throw Clash.refusal(found);
        }
        return new MeetingEvent.Convened(
                found.isEmpty() ? null : reason,
                found.stream().map(Clash::meetingId).distinct().toList());
    }

    MeetingEvent open(String by, Instant now) {
        requireRunBy(by);
        become(MeetingStatus.IN_PROGRESS, "open this meeting", null);
        actualStart = now;
        return new MeetingEvent.Opened();
    }

    MeetingEvent close(String by, Instant now) {
        requireRunBy(by);
        become(MeetingStatus.CLOSED, "close this meeting", null);
        actualEnd = now;
        return new MeetingEvent.Closed();
    }

    MeetingEvent approveMinutes(String by) {
        requireRunBy(by);
        become(MeetingStatus.MINUTES_APPROVED, "approve the minutes of this meeting", null);
        return new MeetingEvent.MinutesApproved();
    }

    MeetingEvent postpone(String reason, String by) {
        requireRunBy(by);
        become(MeetingStatus.POSTPONED, "postpone this meeting", reason);
        previousStart = plannedStart;
        return new MeetingEvent.Postponed(reason, previousStart);
    }

    MeetingEvent cancel(String reason, String by) {
        requireRunBy(by);
        become(MeetingStatus.CANCELLED, "cancel this meeting", reason);
        return new MeetingEvent.Cancelled(reason);
    }

    MeetingEvent correct(String correctedSummary, String reason, String by) {
        requireRunBy(by);
        if (status != MeetingStatus.MINUTES_APPROVED) {
            throw new IllegalTransition("correct a meeting whose minutes are not approved", status, status.next());
        }
        summary = correctedSummary;
        return new MeetingEvent.Corrected(reason);
    }

    /** Only from IN_PROGRESS to CLOSED is anything recorded as an outcome of a meeting. */
    public void requireRecordsOutcomes() {
        if (status != MeetingStatus.IN_PROGRESS && status != MeetingStatus.CLOSED) {
            throw new IllegalTransition("record an outcome of this meeting", status, status.next());
        }
    }

    /** Minutes are taken while it runs and until they are approved. */
    public void requireTakesMinutes() {
        if (status != MeetingStatus.IN_PROGRESS && status != MeetingStatus.CLOSED) {
            throw new IllegalTransition("take minutes of this meeting", status, status.next());
        }
    }

    /** Minutes are circulated when there is nothing to add to them, and nobody to join those who may comment. */
    public void requireCirculatesMinutes() {
        if (status != MeetingStatus.CLOSED) {
            throw new IllegalTransition("circulate the minutes of this meeting", status, status.next());
        }
    }

    /** The agenda can change until the meeting closes; once it is in progress, only host and chair change it. */
    public void requireAgendaOpenTo(String party) {
        switch (status) {
            case DRAFT, CONVENED, POSTPONED -> {}
            case IN_PROGRESS -> requireRunBy(party);
            default -> throw new IllegalTransition("change the agenda of this meeting", status, status.next());
        }
    }

    /** What is unfinished can go on elsewhere once the meeting has been announced, and until its minutes are approved. */
    public void requireCarriesOver() {
        if (convenedAt == null || status == MeetingStatus.MINUTES_APPROVED) {
            throw new IllegalTransition("carry anything over from this meeting", status, status.next());
        }
    }

    /** Delegations are formed until the meeting closes. */
    public void requireFormsDelegations() {
        if (status == MeetingStatus.CLOSED
                || status == MeetingStatus.MINUTES_APPROVED
                || status == MeetingStatus.CANCELLED) {
            throw new IllegalTransition("change a delegation to this meeting", status, status.next());
        }
    }

    /** Who was there is recorded while it runs and until the minutes are approved. */
    public void requireRecordsAttendance() {
        if (status != MeetingStatus.IN_PROGRESS && status != MeetingStatus.CLOSED) {
            throw new IllegalTransition("record attendance at this meeting", status, status.next());
        }
    }

    /**
     * Host and chair run a meeting.
     *
     * @throws NotAllowed 403 for any other party
     */
    public void requireRunBy(String party) {
        if (!isRunBy(party)) {
            throw new NotAllowed("Only host (%s) and chair (%s) of this meeting may do this; your token speaks for %s."
                    .formatted(host, chair.party(), party));
        }
    }

    /** The parties that run it: host and chair. */
    public List<String> runners() {
        return List.of(host, chair.party());
    }

    public boolean isRunBy(String party) {
        return host.equals(party) || chair.party().equals(party);
    }

    /** Until it is convened, a meeting is known to its host and chair only. */
    public Audience audience() {
        return convenedAt == null ? audienceOfRunners() : audience;
    }

    /** Host and chair only. */
    Audience audienceOfRunners() {
        return Audience.of(Visibility.RESTRICTED, List.of(), runners());
    }

    /** Whether it was opened before another one. */
    public boolean beganBefore(Meeting other) {
        return actualStart != null && other.actualStart != null && actualStart.isBefore(other.actualStart);
    }

    /** From its planned start to its planned end. */
    public Duration plannedLength() {
        return Duration.between(plannedStart, plannedEnd);
    }

    /** Who may know of a part of the meeting with this audience; host and chair always. Null: whoever knows the meeting. */
    public Audience audienceOf(Audience part) {
        return part == null
                ? audience()
                : Audience.of(part.visibility(), part.parties(), runners()).and(audience());
    }

    private void become(MeetingStatus next, String what, String reason) {
        if (!status.next().contains(next)) {
            throw new IllegalTransition(what, status, status.next());
        }
        status = next;
        statusReason = reason;
    }

    private void take(MeetingDetails details) {
        title = details.title();
        level = details.level();
        format = details.format();
        host = details.host();
        chair = details.chair();
        location = details.location();
        timeZone = details.timeZone();
        plan(details.plannedStart(), details.plannedEnd());
        summary = details.summary();
        audience = details.audience();
        requiredParties = new TreeSet<>(details.requiredParties()).toArray(String[]::new);
    }

    private void plan(Instant start, Instant end) {
        if (!end.isAfter(start)) {
            throw new RuleViolated("/plannedEnd", "not-after-start", "plannedEnd must be after plannedStart.");
        }
        plannedStart = start;
        plannedEnd = end;
    }

    public MeetingDetails details() {
        return new MeetingDetails(
                title,
                level,
                format,
                host,
                chair,
                location,
                timeZone,
                plannedStart,
                plannedEnd,
                summary,
                audience.visibility(),
                audience.parties(),
                requiredParties());
    }

    /** Without these the meeting has no quorum; in alphabetical order. */
    public List<String> requiredParties() {
        return List.of(requiredParties);
    }

    public MeetingStatus status() {
        return status;
    }

    String statusReason() {
        return statusReason;
    }

    Instant previousStart() {
        return previousStart;
    }

    Instant actualStart() {
        return actualStart;
    }

    Instant actualEnd() {
        return actualEnd;
    }

    Instant convenedAt() {
        return convenedAt;
    }

    public UUID seriesId() {
        return seriesId;
    }

    public String occurrence() {
        return occurrence;
    }
}
