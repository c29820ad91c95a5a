package org.coalition.meetings.party;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coalition.defaults.aggregate.Aggregate;
import org.coalition.defaults.aggregate.Created;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.defaults.problem.RuleViolated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The contact points of a party. Not a part of the party, which is public: they hold names, and are for the parties only. */
@Entity
@Table(name = "contact_list")
public class ContactList extends Aggregate {
    private static final Comparator<ContactPoint> ORDER =
            Comparator.comparing(ContactPoint::topic).thenComparing(ContactPoint::escalationOrder);

    @Column(updatable = false)
    private String party;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<ContactPoint> points;

    protected ContactList() {}

    private ContactList(UUID id, String party, Instant now) {
        super(id, now);
        this.party = party;
    }

    static Created<ContactList> drawUp(UUID id, String party, List<ContactPoint> points, Instant now) {
        ContactList list = new ContactList(id, party, now);
        list.take(points, now);
        return new Created<>(list, new ContactListEvent.DrawnUp());
    }

    ContactListEvent replace(List<ContactPoint> replaced, Instant now) {
        take(replaced, now);
        return new ContactListEvent.Replaced();
    }

    /** All of them are still right today. */
    ContactListEvent verify(Instant now) {
        LocalDate today = today(now);
        points = points.stream().map(point -> point.verifiedOn(today)).toList();
        return new ContactListEvent.Verified(today);
    }

    static LocalDate today(Instant now) {
        return now.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private void take(List<ContactPoint> given, Instant now) {
        requireNoGapInTheOrder(given);
        requireVerified(given, today(now));
        points = given.stream()
                .map(point -> point.lastVerifiedOn() == null ? point.verifiedOn(today(now)) : point)
                .sorted(ORDER)
                .toList();
    }

    /** Each order of a topic is given once, and none is left out. */
    private static void requireNoGapInTheOrder(List<ContactPoint> given) {
        Map<String, Long> sizes = new HashMap<>();
        given.forEach(point -> sizes.merge(point.topic(), 1L, Long::sum));
        List<Fault> faults = new ArrayList<>();
        Map<String, Set<Integer>> seen = new HashMap<>();
        for (int i = 0; i < given.size(); i++) {
            ContactPoint point = given.get(i);
            long size = sizes.get(point.topic());
            boolean isFirst = seen.computeIfAbsent(point.topic(), topic -> new HashSet<>())
                    .add(point.escalationOrder());
            if (!isFirst || point.escalationOrder() > size) {
                faults.add(Fault.at(
                        "/contactPoints/" + i + "/escalationOrder",
                        "order",
                        "The %d contact points about this topic have the orders 1 to %d, each once."
                                .formatted(size, size)));
            }
        }
        refuse(faults);
    }

    private static void requireVerified(List<ContactPoint> given, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            LocalDate verified = given.get(i).lastVerifiedOn();
            if (verified != null && verified.isAfter(today)) {
                faults.add(Fault.at(
                        "/contactPoints/" + i + "/lastVerifiedOn",
                        "in-the-future",
                        "lastVerifiedOn is not after today (UTC)."));
            }
        }
        refuse(faults);
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new RuleViolated(faults);
        }
    }

    String party() {
        return party;
    }

    List<ContactPoint> points() {
        return points;
    }
}
