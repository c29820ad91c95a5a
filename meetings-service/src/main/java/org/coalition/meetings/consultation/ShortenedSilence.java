package org.coalition.meetings.consultation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.web.IfMatch;
import org.coalition.meetings.agenda.AgendaItems;
import org.coalition.meetings.decision.Decisions;
import org.coalition.meetings.meeting.Meetings;
import org.coalition.meetings.meeting.OnlineMeeting;

/**
 * A decision is taken at a meeting, under an agenda item. For the text of an urgent consultation both are made in the
 * same step: an online meeting of those who may know of it, with this one item.
 */
@Singleton
class ShortenedSilence {
    private final Door door;
    private final Consultations consultations;
    private final Meetings meetings;
    private final AgendaItems items;
    private final Decisions decisions;
    private final Ids ids;
    private final Clock clock;

    ShortenedSilence(
            Door door,
            Consultations consultations,
            Meetings meetings,
            AgendaItems items,
            Decisions decisions,
            Ids ids,
            Clock clock) {
        this.door = door;
        this.consultations = consultations;
        this.meetings = meetings;
        this.items = items;
        this.decisions = decisions;
        this.ids = ids;
        this.clock = clock;
    }

    ConsultationView open(UUID id, IfMatch ifMatch, OpenSilence silence) {
        UUID meeting = ids.next();
        UUID item = ids.next();
        UUID decision = ids.next();
        return door.together(() -> {
            ConsultationView opened = consultations.openSilence(id, ifMatch, meeting, decision);
            Instant now = clock.instant();
            meetings.beginOnline(
                    meeting,
                    new OnlineMeeting(
                            opened.title(),
                            opened.level(),
                            opened.visibility(),
                            opened.visibleTo(),
                            now.plus(silence.period())),
                    now);
            items.addConsultation(item, meeting, opened.title(), now);
            decisions.putUnderSilence(
                    decision, item, silence.text(), entitled(opened), silence.start(), opened.convenedBy());
            return opened;
        });
    }

    private static List<String> entitled(ConsultationView consultation) {
        List<String> entitled = new ArrayList<>(consultation.consultedParties());
        entitled.add(consultation.convenedBy());
        return entitled;
    }
}
