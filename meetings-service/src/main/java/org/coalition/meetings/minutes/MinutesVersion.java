package org.coalition.meetings.minutes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregate;
import org.coalition.defaults.aggregate.Created;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A text that the minutes have had since they were circulated: kept as it was, with who changed it, when and why. */
@Entity
@Table(name = "minutes_version")
class MinutesVersion extends Aggregate {
    @Column(name = "meeting_id", updatable = false)
    private UUID meetingId;

    @Column(name = "minutes_id", updatable = false)
    private UUID minutesId;

    @Column(updatable = false)
    private int number;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private List<Section> sections;

    @Column(updatable = false)
    private String party;

    @Column(updatable = false)
    private String reason;

    @Column(name = "correction_id", updatable = false)
    private UUID correctionId;

    protected MinutesVersion() {}

    private MinutesVersion(UUID id, MinutesView minutes, String by, String reason, UUID correction, Instant now) {
        super(id, now);
        meetingId = minutes.meetingId();
        minutesId = minutes.id();
        number = minutes.textVersion();
        sections = minutes.sections();
        party = by;
        this.reason = reason;
        correctionId = correction;
    }

    static Created<MinutesVersion> record(
            UUID id, MinutesView minutes, String by, String reason, UUID correction, Instant now) {
        return new Created<>(
                new MinutesVersion(id, minutes, by, reason, correction, now),
                new MinutesVersionEvent.Recorded(minutes.textVersion(), reason));
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

    int number() {
        return number;
    }

    List<Section> sections() {
        return sections;
    }

    String party() {
        return party;
    }

    String reason() {
        return reason;
    }

    UUID correctionId() {
        return correctionId;
    }
}
