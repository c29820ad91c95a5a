package org.coalition.defaults.aggregate;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.coalition.defaults.outbox.OutboxConfig;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.defaults.web.View;
import org.hibernate.Session;

/**
 * All that a caller may know of, as it is now, page by page: roots first, then what belongs to them; kind by kind, and within a kind in
 * the order of the ids. A page is as of one moment and of one kind, so it can be shorter than asked for; it takes one statement, what a
 * list of the kind takes beside, and one for each kind without anything that it passes over. What changes between
 * two pages comes by the events, to whoever follows them from before the first page on.
 */
@Singleton
public class Snapshots {
    private static final Pattern POSITION = Pattern.compile("([a-z-]{1,100}) ([0-9a-f-]{36})");
    private static final UUID FIRST = new UUID(0, 0);

    private final Session session;
    private final Door door;
    private final OutboxConfig outbox;
    private final Instance<Aggregates<?, ?>> repositories;

    Snapshots(Session session, Door door, OutboxConfig outbox, @Any Instance<Aggregates<?, ?>> repositories) {
        this.session = session;
        this.door = door;
        this.outbox = outbox;
        this.repositories = repositories;
    }

    /** The page after the query's cursor; sooner or later all pages show what was there at the first of them, or something newer. */
    public Page<SnapshotEvent> page(PageQuery query) {
        Matcher position = POSITION.matcher(query.afterKey());
        boolean first = query.afterKey().isEmpty();
        if (!first && !position.matches()) {
            throw PageQuery.foreign();
        }
        List<Aggregates<?, ?>> kinds = kinds();
        int from = first ? 0 : indexOf(kinds, position.group(1));
        UUID after = first ? FIRST : UUID.fromString(position.group(2));
        return door.aside(() -> {
            asOfOneMoment();
            return page(kinds.listIterator(from), after, query);
        });
    }

    private Page<SnapshotEvent> page(Iterator<Aggregates<?, ?>> kinds, UUID begin, PageQuery query) {
        UUID after = begin;
        while (kinds.hasNext()) {
            Aggregates<?, ?> kind = kinds.next();
            List<Placed> found = read(kind, after, query.fetch());
            List<SnapshotEvent> events = found.stream().map(Placed::event).toList();
            if (found.size() == query.fetch()) {
                Placed last = found.get(found.size() - 2);
                return Page.before(position(kind, last.id()), events.subList(0, events.size() - 1), query);
            }
            if (!found.isEmpty()) {
                return kinds.hasNext()
                        ? Page.before(position(kinds.next(), FIRST), events, query)
                        : new Page<>(events, null);
            }
            after = FIRST;
        }
        return new Page<>(List.of(), null);
    }

    private record Placed(UUID id, SnapshotEvent event) {}

    private <A extends Aggregate, V extends View> List<Placed> read(Aggregates<A, V> kind, UUID after, int most) {
        List<A> found = kind.inSight(after, most);
        if (found.isEmpty()) {
            return List.of();
        }
        List<V> views = kind.views(found);
        return IntStream.range(0, found.size())
                .mapToObj(i -> new Placed(
                        found.get(i).id(),
                        SnapshotEvent.of(
                                outbox.source(),
                                kind.noun(),
                                found.get(i),
                                views.get(i),
                                kind.audience(found.get(i)).visibility())))
                .toList();
    }

    /** The statements of a page see the same. */
    private void asOfOneMoment() {
        session.doWork(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            }
        });
    }

    private List<Aggregates<?, ?>> kinds() {
        return repositories.stream()
                .sorted(Comparator.<Aggregates<?, ?>, Boolean>comparing(Aggregates::isOfRoots)
                        .reversed()
                        .thenComparing(Aggregates::noun))
                .toList();
    }

    private static int indexOf(List<Aggregates<?, ?>> kinds, String noun) {
        return IntStream.range(0, kinds.size())
                .filter(i -> kinds.get(i).noun().equals(noun))
                .findFirst()
                .orElseThrow(PageQuery::foreign);
    }

    private static String position(Aggregates<?, ?> kind, UUID after) {
        return kind.noun() + ' ' + after;
    }
}
