package org.coalition.meetings.consultation;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.meetings.meeting.Period;
import org.coalition.meetings.party.Parties;

/** The urgent consultations that a caller may know of. */
@Singleton
class Consultations extends Aggregates<Consultation, ConsultationView> {
    private final Parties parties;
    private final Caller caller;

    Consultations(Door door, Parties parties, Caller caller) {
        super(door, "consultation", Consultation.class, ConsultationView::of);
        this.parties = parties;
        this.caller = caller;
    }

    @Override
    protected Audience audience(Consultation consultation) {
        return consultation.audience();
    }

    @Override
    protected Listing listingInSight() {
        return visible();
    }

    Page<ConsultationView> list(ConsultationStatus status, String words, PageQuery query) {
        Listing listing = visible().and("e.status = :status", "status", status).matching("e.search", words);
        return page(listing, query, ConsultationView::of);
    }

    /** What was called in a period and not cancelled, in that order; no more than so many. */
    List<ConsultationView> calledIn(Period period, int most) {
        Listing listing = visible()
                .and("e.createdAt >= :from", "from", period.from())
                .and("e.createdAt < :until", "until", period.until())
                .and("e.status <> :cancelled", "cancelled", ConsultationStatus.CANCELLED);
        return first(most, listing, "e.createdAt, e.id", ConsultationView::of);
    }

    /** The change of the consultation itself; the meeting and the decision that it links are made with it. */
    ConsultationView openSilence(UUID id, IfMatch ifMatch, UUID meeting, UUID decision) {
        return change(id, ifMatch, consultation -> consultation.openSilence(meeting, decision, caller.party()));
    }

    CallConsultation check(CallConsultation call) {
        Map<String, String> references = Parties.references("/visibleTo", call.visibleTo());
        references.putAll(Parties.references("/consultedParties", call.consultedParties()));
        parties.requireKnown(references);
        return call;
    }

    List<String> everybody() {
        return parties.codes();
    }

    private Listing visible() {
        return Listing.from("Consultation e").visible(Audience.hql("e.audience"), caller);
    }
}
