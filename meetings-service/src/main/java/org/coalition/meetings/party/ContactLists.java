package org.coalition.meetings.party;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.aggregate.DomainEvent;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.audit.HistoryEntry;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.identity.Roles;
import org.coalition.defaults.identity.Visibility;
import org.coalition.defaults.problem.NotAllowed;
import org.coalition.defaults.problem.NotFound;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;

/**
 * The contact lists of the parties. Any party may read them, and an admin, who keeps them for a party that cannot; for
 * others they do not exist.
 */
@Singleton
public class ContactLists extends Aggregates<ContactList, ContactListView> {
    private static final Audience PARTIES = Audience.of(Visibility.COALITION, List.of(), List.of());

    private final Door door;
    private final Parties parties;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    ContactLists(Door door, Parties parties, Caller caller, Ids ids, Clock clock) {
        super(door, "contact-list", ContactList.class, list -> ContactListView.of(list, clock.instant()));
        this.door = door;
        this.parties = parties;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    protected Audience audience(ContactList list) {
        return PARTIES;
    }

    @Override
    protected Listing listingInSight() {
        return Listing.from("ContactList e").visible(":party <> '" + Caller.NO_PARTY + "'", caller);
    }

    ContactListView of(String party, String topic, Boolean stale) {
        requireForCaller(party);
        return current(parties.get(party).code()).only(topic, stale);
    }

    /** What became of a party's list; nothing yet of one that was never given, and nothing for who speaks for no party. */
    Page<HistoryEntry> historyOf(String party, PageQuery query) {
        requireForCaller(parties.get(party).code());
        return kept(party)
                .filter(list -> caller.speaksForParty())
                .map(list -> history(list.id(), query))
                .orElseGet(() -> new Page<>(List.of(), null));
    }

    /** The first list that a party gives brings its contact list into being. */
    ContactListView replace(String party, IfMatch ifMatch, List<ContactPoint> points) {
        return door.together(() -> {
            requireKeptByCaller(party, ifMatch);
            return kept(party).isEmpty()
                    ? create(() -> ContactList.drawUp(ids.next(), party, points, clock.instant()))
                    : change(party, list -> list.replace(points, clock.instant()));
        });
    }

    ContactListView verify(String party, IfMatch ifMatch) {
        return door.together(() -> {
            requireKeptByCaller(party, ifMatch);
            return change(party, list -> list.verify(clock.instant()));
        });
    }

    /** Not by the door's own check: an admin who speaks for no party keeps the lists too. */
    private ContactListView change(String party, Function<ContactList, DomainEvent> verb) {
        ContactList list = kept(party).orElseThrow(() -> new NotFound(noun(), party));
        return changeAll(() -> List.of(list), verb).get(0);
    }

    private Optional<ContactList> kept(String party) {
        return find("party", party).firstResultOptional();
    }

    private ContactListView current(String party) {
        return kept(party)
                .map(list -> ContactListView.of(list, clock.instant()))
                .orElseGet(() -> ContactListView.none(party));
    }

    private void requireForCaller(String party) {
        if (!caller.speaksForParty() && !isAdmin()) {
            throw new NotFound(noun(), party);
        }
    }

    /** Holds the party, so that of several first lists one is the first. */
    private void requireKeptByCaller(String party, IfMatch ifMatch) {
        requireForCaller(party);
        Party held = parties.heldAlone(parties.idOf(party));
        IfMatch.require(ifMatch, noun(), current(held.code()).tag());
        if (!isAdmin() && !held.code().equals(caller.party())) {
            throw new NotAllowed("Only %s itself and an admin keep its contact points; your token speaks for %s."
                    .formatted(party, caller.party()));
        }
    }

    private boolean isAdmin() {
        return caller.roles().contains(Roles.ADMIN);
    }
}
