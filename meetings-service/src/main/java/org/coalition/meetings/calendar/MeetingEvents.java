package org.coalition.meetings.calendar;

import biweekly.component.VEvent;
import biweekly.parameter.CalendarUserType;
import biweekly.parameter.ParticipationLevel;
import biweekly.parameter.ParticipationStatus;
import biweekly.parameter.Role;
import biweekly.property.Attendee;
import biweekly.property.Organizer;
import biweekly.property.Status;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.coalition.defaults.identity.Visibility;
import org.coalition.meetings.delegation.Invitation;
import org.coalition.meetings.delegation.Rsvp;
import org.coalition.meetings.meeting.Chair;
import org.coalition.meetings.meeting.Meeting;
import org.coalition.meetings.meeting.MeetingDetails;
import org.coalition.meetings.meeting.MeetingStatus;
import org.coalition.meetings.series.SeriesCalendar;

/** Meetings as events. A party has no mail address: it is named by a URN, and by its name for people. */
final class MeetingEvents {
    private final Feed feed;
    private final Map<UUID, List<Invitation>> invitations;
    private final Map<String, String> names;

    MeetingEvents(Feed feed, Map<UUID, List<Invitation>> invitations, Map<String, String> names) {
        this.feed = feed;
        this.invitations = invitations;
        this.names = names;
    }

    /** A meeting by itself; of a series it says only that it belongs there. */
    void add(Meeting meeting) {
        VEvent event = event("meeting-" + meeting.id() + "@coalition", meeting);
        if (meeting.seriesId() != null) {
            event.addRelatedTo(SeriesCalendar.uid(meeting.seriesId(), null));
        }
        feed.add(event);
    }

    /** A meeting in the place of an occurrence of a recurring event. */
    void addInsteadOf(String uid, Instant original, ZoneId zone, Meeting meeting) {
        VEvent event = event(uid, meeting);
        feed.insteadOf(event, original, zone);
        feed.add(event);
    }

    private VEvent event(String uid, Meeting meeting) {
        MeetingDetails details = meeting.details();
        List<Invitation> invited = invitations.getOrDefault(meeting.id(), List.of());
        Instant changed = Stream.concat(
                        Stream.of(meeting.updatedAt()), invited.stream().map(Invitation::updatedAt))
                .max(Instant::compareTo)
                .orElseThrow();
        VEvent event = new VEvent();
        event.setUid(uid);
        stamp(event, meeting.version(), meeting.createdAt(), changed);
        event.setStatus(status(meeting.status()));
        event.setSummary(EventText.line(details.title()));
        event.setDescription(EventText.lines(details.summary()));
        event.setLocation(EventText.place(details.location()));
        event.setClassification(classification(details.visibility()));
        feed.time(event, details.plannedStart(), details.plannedEnd(), ZoneId.of(details.timeZone()));
        roles(event, details.host(), details.chair(), invited);
        return event;
    }

    /** When it was made and changed, by the data; a later version has a higher number. */
    static void stamp(VEvent event, long version, Instant created, Instant changed) {
        Date stamp = Date.from(changed.truncatedTo(ChronoUnit.SECONDS));
        event.setDateTimeStamp(stamp);
        event.setLastModified(stamp);
        event.setCreated(Date.from(created.truncatedTo(ChronoUnit.SECONDS)));
        event.setSequence(Math.toIntExact(version - 1));
    }

    /** The host organises; the chair is there as such, whether or not it has formed its delegation. */
    void roles(VEvent event, String host, Chair chair, List<Invitation> invited) {
        Organizer organizer = new Organizer(name(host), null);
        organizer.setUri(urn(host));
        event.setOrganizer(organizer);
        Rsvp chairs = invited.stream()
                .filter(invitation -> invitation.party().equals(chair.party()))
                .map(Invitation::rsvp)
                .findFirst()
                .orElse(Rsvp.ACCEPTED);
        event.addAttendee(attendee(chair.party(), chairs, true));
        invited.stream()
                .filter(invitation -> !invitation.party().equals(chair.party()))
                .forEach(invitation -> event.addAttendee(attendee(invitation.party(), invitation.rsvp(), false)));
    }

    private Attendee attendee(String party, Rsvp rsvp, boolean chairs) {
        Attendee attendee = new Attendee(name(party), null, urn(party));
        attendee.setCalendarUserType(CalendarUserType.GROUP);
        if (chairs) {
            attendee.setRole(Role.CHAIR);
        } else {
            attendee.setParticipationLevel(ParticipationLevel.REQUIRED);
        }
        attendee.setParticipationStatus(
                switch (rsvp) {
                    case NEEDS_ACTION -> ParticipationStatus.NEEDS_ACTION;
                    case ACCEPTED -> ParticipationStatus.ACCEPTED;
                    case TENTATIVE -> ParticipationStatus.TENTATIVE;
                    case DECLINED -> ParticipationStatus.DECLINED;
                    case DELEGATED -> ParticipationStatus.DELEGATED;
                });
        return attendee;
    }

    private String name(String party) {
        return EventText.line(names.getOrDefault(party, party));
    }

    private static String urn(String party) {
        return "urn:coalition:party:" + party;
    }

    private static Status status(MeetingStatus status) {
        return switch (status) {
            case DRAFT, POSTPONED -> Status.tentative();
            case CONVENED, IN_PROGRESS, CLOSED, MINUTES_APPROVED -> Status.confirmed();
            case CANCELLED -> Status.cancelled();
        };
    }

    static String classification(Visibility visibility) {
        return switch (visibility) {
            case PUBLIC -> "PUBLIC";
            case COALITION -> "PRIVATE";
            case RESTRICTED -> "CONFIDENTIAL";
        };
    }
}
