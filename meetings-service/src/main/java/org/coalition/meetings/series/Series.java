package org.coalition.meetings.series;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregate;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.meetings.meeting.Chair;
import org.coalition.meetings.meeting.MeetingDetails;
import org.coalition.meetings.meeting.MeetingFormat;
import org.coalition.meetings.meeting.MeetingLevel;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Regular consultations: when they recur, and what each meeting planned from them begins with. */
@Entity
@Table(name = "series")
public class Series extends Aggregate {
    private String title;

    @Enumerated(EnumType.STRING)
    private MeetingLevel level;

    @Enumerated(EnumType.STRING)
    private MeetingFormat format;

    private String host;

    @Embedded
    private Chair chair;

    private String counterpart;
    private String mandate;

    /** As ISO 8601 writes it, which PostgreSQL reads too. */
    @Column(name = "agreed_interval")
    private String agreedInterval;

    @Column(name = "time_zone", updatable = false)
    private String timeZone;

    /** When the first occurrence begins: from then on a series of which nothing was held is overdue. */
    @Column(name = "first_start")
    private Instant firstStart;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<TemplateItem> agenda;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Phase> phases;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Exclusion> exclusions = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private List<BacklogPoint> backlog = List.of();

    @Embedded
    private Audience audience;

    /** The words of title and mandate, kept by the database. */
    @Basic(fetch = FetchType.LAZY)
    @Column(insertable = false, updatable = false)
    @SuppressWarnings("UnusedVariable") // Queries search it.
    private String search;

    protected Series() {}

    private Series(UUID id, Instant now) {
        super(id, now);
    }

    static Created<Series> establish(UUID id, EstablishSeries request, String by, Instant now) {
        Series series = new Series(id, now);
        series.timeZone = request.timeZone();
        series.take(request.details());
        series.requireRunBy(by);
        series.recur(PhaseRules.first(request.phase(), series.zone()));
        return new Created<>(series, new SeriesEvent.Established());
    }

    SeriesEvent revise(SeriesDetails details, String by) {
        requireRunBy(by);
        take(details);
        requireRunBy(by);
        return new SeriesEvent.Revised();
    }

    /** @param held the ids of the occurrences that have been held, or are being held; they stay as they are */
    SeriesEvent reschedule(Reschedule change, List<String> held, String by, Instant now) {
        requireRunBy(by);
        List<Phase> changed = PhaseRules.changed(this, change, held, now);
        recur(changed);
        List<String> ids = timetable().before(LocalDateTime.MAX).stream()
                .map(Occurrence::id)
                .toList();
        exclusions = exclusions.stream()
                .filter(exclusion -> ids.contains(exclusion.occurrence()))
                .toList();
        return new SeriesEvent.Rescheduled(changed.get(changed.size() - 1).from(), change.reason());
    }

    /** @param planned whether the occurrence has a meeting, which would have to be cancelled instead */
    SeriesEvent exclude(Occurrence occurrence, String reason, boolean planned, String by, Instant now) {
        requireRunBy(by);
        PhaseRules.requireAhead(occurrence, "/occurrence", now);
        if (planned) {
            throw new Conflict("The occurrence %s has a meeting; cancel that.".formatted(occurrence.id()));
        }
        if (!isExcluded(occurrence.id())) {
            PhaseRules.requireRoom(exclusions);
            exclusions = with(exclusions, new Exclusion(occurrence.id(), reason));
        }
        return new SeriesEvent.OccurrenceExcluded(occurrence.id(), reason);
    }

    SeriesEvent reinstate(Occurrence occurrence, String by, Instant now) {
        requireRunBy(by);
        PhaseRules.requireAhead(occurrence, "/occurrence", now);
        exclusions = exclusions.stream()
                .filter(exclusion -> !exclusion.occurrence().equals(occurrence.id()))
                .toList();
        return new SeriesEvent.OccurrenceReinstated(occurrence.id());
    }

    SeriesEvent addToBacklog(TemplateItem point, String by, Instant now) {
        if (!by.equals(counterpart)) {
            requireRunBy(by);
        }
        if (backlog.size() == BacklogPoint.MOST) {
            throw new Conflict(
                    "%d points wait for a next meeting; that is as many as fit.".formatted(BacklogPoint.MOST));
        }
        backlog = with(backlog, new BacklogPoint(point.kind(), point.title(), point.durationMinutes(), by, now));
        return new SeriesEvent.BacklogAdded(point.title());
    }

    SeriesEvent takeBacklog(UUID meeting) {
        int points = backlog.size();
        backlog = List.of();
        return new SeriesEvent.BacklogTaken(meeting, points);
    }

    /** What the meeting of this occurrence begins with. */
    MeetingDetails meetingAt(Occurrence occurrence) {
        return new MeetingDetails(
                title,
                level,
                format,
                host,
                chair,
                occurrence.phase().location(),
                timeZone,
                occurrence.start(),
                occurrence.end(),
                null,
                audience.visibility(),
                audience.parties(),
                List.of());
    }

    /**
     * Host and chair run a series.
     *
     * @throws NotAllowed 403 for any other party
     */
    void requireRunBy(String party) {
        if (!host.equals(party) && !chair.party().equals(party)) {
            throw new NotAllowed("Only host (%s) and chair (%s) of this series may do this; your token speaks for %s."
                    .formatted(host, chair.party(), party));
        }
    }

    private void take(SeriesDetails details) {
        title = details.title();
        level = details.level();
        format = details.format();
        host = details.host();
        chair = details.chair();
        counterpart = details.counterpart();
        mandate = details.mandate();
        agreedInterval = PhaseRules.interval(details.interval());
        agenda = details.agenda();
        audience = details.audience();
    }

    private void recur(List<Phase> changed) {
        phases = changed;
        firstStart = ZonedDateTime.of(changed.get(0).start(), zone()).toInstant();
    }

    private static <T> List<T> with(List<T> list, T added) {
        List<T> longer = new ArrayList<>(list);
        longer.add(added);
        return List.copyOf(longer);
    }

    SeriesDetails details() {
        return new SeriesDetails(
                title,
                level,
                format,
                host,
                chair,
                counterpart,
                mandate,
                interval().orElse(null),
                agenda,
                audience.visibility(),
                audience.parties());
    }

    Optional<Period> interval() {
        return Optional.ofNullable(agreedInterval).map(Period::parse);
    }

    Timetable timetable() {
        return new Timetable(phases, zone());
    }

    boolean isExcluded(String occurrence) {
        return exclusions.stream().anyMatch(exclusion -> exclusion.occurrence().equals(occurrence));
    }

    ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    Audience audience() {
        return audience;
    }

    List<Phase> phases() {
        return phases;
    }

    List<Exclusion> exclusions() {
        return exclusions;
    }

    List<BacklogPoint> backlog() {
        return backlog;
    }
}
