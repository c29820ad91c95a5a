package org.coalition.meetings.agenda;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregate;

/** What is recorded under an agenda item: a decision, a recommendation, a statement. It is one stream with its meeting. */
@MappedSuperclass
public abstract class Outcome extends Aggregate {
    @Column(name = "meeting_id", updatable = false)
    private UUID meetingId;

    @Column(name = "agenda_item_id", updatable = false)
    private UUID agendaItemId;

    protected Outcome() {}

    protected Outcome(UUID id, AgendaItem item, Instant now) {
        super(id, now);
        meetingId = item.meetingId();
        agendaItemId = item.id();
    }

    @Override
    public UUID streamId() {
        return meetingId;
    }

    public UUID meetingId() {
        return meetingId;
    }

    public UUID agendaItemId() {
        return agendaItemId;
    }
}
