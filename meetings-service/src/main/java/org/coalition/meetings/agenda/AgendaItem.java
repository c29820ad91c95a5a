package org.coalition.meetings.agenda;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregate;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.problem.IllegalTransition;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.meetings.meeting.Meeting;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A numbered point of a meeting's agenda. Its place changes only together with those of the other items. */
@Entity
@Table(name = "agenda_item")
public class AgendaItem extends Aggregate {
    @Column(name = "meeting_id", updatable = false)
    private UUID meetingId;

    @Column(name = "parent_id", updatable = false)
    private UUID parentId;

    private int position;

    private String number;

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

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Paper> papers;

    /** Null: as visible as the meeting. A sub-item has that of the item above it. */
    @Embedded
    private Audience audience;

    @Enumerated(EnumType.STRING)
    private AgendaItemStatus status = AgendaItemStatus.OPEN;

    @Column(name = "carried_from", updatable = false)
    private UUID carriedFrom;

    @Column(name = "carried_to")
    private UUID carriedTo;

    protected AgendaItem() {}

    private AgendaItem(UUID id, Meeting meeting, AgendaItem parent, int position, Instant now) {
        super(id, now);
        this.meetingId = meeting.id();
        this.parentId = parent == null ? null : parent.id();
        this.position = position;
        this.number = AgendaNumber.under(parent == null ? null : parent.number, position);
        this.audience = parent == null ? null : parent.audience;
    }

    /**
     * Adds an item to the agenda.
     *
     * @param parent the item above; null for one of the agenda itself
     */
    public static Created<AgendaItem> add(
            UUID id,
            Meeting meeting,
            AgendaItem parent,
            int position,
            AgendaItemDetails details,
            String by,
            Instant now) {
        meeting.requireAgendaOpenTo(by);
        AgendaItem item = new AgendaItem(id, meeting, parent, position, now);
        if (parent == null || details.visibility() != null) {
            item.takeAudience(details, meeting, by);
        }
        item.take(details);
        return new Created<>(item, new AgendaItemEvent.Added());
    }

    AgendaItemEvent revise(AgendaItemDetails details, Meeting meeting, String by) {
        meeting.requireAgendaOpenTo(by);
        requireOpen("revise this item");
        takeAudience(details, meeting, by);
        take(details);
        return new AgendaItemEvent.Revised();
    }

    /** The audience of the item above has changed. */
    AgendaItemEvent inherit(Audience above) {
        audience = above;
        return new AgendaItemEvent.Revised();
    }

    AgendaItemEvent move(Place to) {
        String from = number;
        position = to.position();
        number = to.number();
        return new AgendaItemEvent.Moved(from, number);
    }

    AgendaItemEvent conclude(Meeting meeting, String by) {
        meeting.requireRunBy(by);
        meeting.requireRecordsOutcomes();
        become(AgendaItemStatus.CONCLUDED, "conclude this item");
        return new AgendaItemEvent.Concluded();
    }

    AgendaItemEvent carryOver(UUID to, Meeting meeting, String by) {
        meeting.requireRunBy(by);
        meeting.requireCarriesOver();
        become(AgendaItemStatus.CARRIED_OVER, "carry this item over");
        carriedTo = to;
        return new AgendaItemEvent.CarriedOver(to);
    }

    /** The item as it goes on in another meeting. */
    static Created<AgendaItem> carriedOver(
            UUID id,
            AgendaItem from,
            Meeting meeting,
            AgendaItem parent,
            int position,
            Audience audience,
            String by,
            Instant now) {
        meeting.requireAgendaOpenTo(by);
        AgendaItem item = new AgendaItem(id, meeting, parent, position, now);
        item.take(from.details());
        item.audience = audience;
        item.carriedFrom = from.id();
        return new Created<>(item, new AgendaItemEvent.Added());
    }

    void requireOpen(String what) {
        if (status != AgendaItemStatus.OPEN) {
            throw new IllegalTransition(what, status, status.next());
        }
    }

    private void become(AgendaItemStatus next, String what) {
        if (!status.next().contains(next)) {
            throw new IllegalTransition(what, status, status.next());
        }
        status = next;
    }

    private void takeAudience(AgendaItemDetails details, Meeting meeting, String by) {
        Audience wanted = details.audience();
        if (Objects.equals(wanted, audience)) {
            return;
        }
        if (parentId != null) {
            throw new RuleViolated(
                    "/visibility", "inherited", "A sub-item is as visible as the item above it; leave this out.");
        }
        meeting.requireRunBy(by);
        audience = wanted;
    }

    private void take(AgendaItemDetails details) {
        kind = details.kind();
        title = details.title();
        aspect = details.aspect();
        focusArea = details.focusArea();
        presenter = details.presenter();
        durationMinutes = details.durationMinutes();
        papers = details.papers();
    }

    AgendaItemDetails details() {
        return new AgendaItemDetails(
                kind,
                title,
                aspect,
                focusArea,
                presenter,
                durationMinutes,
                papers,
                audience == null ? null : audience.visibility(),
                audience == null ? null : audience.parties());
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

    UUID parentId() {
        return parentId;
    }

    String number() {
        return number;
    }

    Audience audience() {
        return audience;
    }

    AgendaItemStatus status() {
        return status;
    }

    UUID carriedFrom() {
        return carriedFrom;
    }

    UUID carriedTo() {
        return carriedTo;
    }
}
