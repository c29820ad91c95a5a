package org.coalition.meetings.agenda;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregate;
import org.coalition.defaults.aggregate.Created;
import org.coalition.meetings.meeting.Meeting;

/** A numbered point of a meeting's agenda. Its place changes only together with those of the other items. */
@Entity
@Table(name = "agenda_item")
public class AgendaItem extends Aggregate {
    @Column(name = "meeting_id", updatable = false)
    private UUID meetingId;

    private int position;

    @Enumerated(EnumType.STRING)
    private AgendaItemKind kind;

    private String title;

    @Enumerated(EnumType.STRING)
    private Aspect aspect;

    @Column(name = "focus_area")
    private String focusArea;

    private String presenter;

    @Column(name = "duration_minutes")
    private Integer durationMinutes;

    protected AgendaItem() {}

    private AgendaItem(UUID id, UUID meetingId, int position, Instant now) {
        super(id, now);
        this.meetingId = meetingId;
        this.position = position;
    }

    static Created<AgendaItem> add(
            UUID id, Meeting meeting, int position, AgendaItemDetails details, String by, Instant now) {
        meeting.requireAgendaOpenTo(by);
        AgendaItem item = new AgendaItem(id, meeting.id(), position, now);
        item.take(details);
        return new Created<>(item, new AgendaItemEvent.Added());
    }

    AgendaItemEvent revise(AgendaItemDetails details, Meeting meeting, String by) {
        meeting.requireAgendaOpenTo(by);
        take(details);
        return new AgendaItemEvent.Revised();
    }

    AgendaItemEvent move(int to) {
        int from = position;
        position = to;
        return new AgendaItemEvent.Moved(from, to);
    }

    private void take(AgendaItemDetails details) {
        kind = details.kind();
        title = details.title();
        aspect = details.aspect();
        focusArea = details.focusArea();
        presenter = details.presenter();
        durationMinutes = details.durationMinutes();
    }

    AgendaItemDetails details() {
        return new AgendaItemDetails(kind, title, aspect, focusArea, presenter, durationMinutes);
    }

    @Override
    public UUID streamId() {
        return meetingId;
    }

    public UUID meetingId() {
        return meetingId;
    }

    int position() {
        return position;
    }
}
