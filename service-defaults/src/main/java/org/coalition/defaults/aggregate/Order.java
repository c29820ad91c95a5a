package org.coalition.defaults.aggregate;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.defaults.web.Sort;

/**
 * The order of a page and the place where it begins. A property may be missing and sorts as infinity then: after all others, by an
 * index over {@code coalesce(due_on, 'infinity')}. Texts are compared by their characters ({@code COLLATE "C"}), which is the
 * same wherever the database runs.
 *
 * @param path of the property in {@code e}
 * @param type of the property
 */
record Order(Sort sort, String path, Class<?> type) {
    private static final String MISSING = "infinity";
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    /** What to order by. */
    String hql() {
        String direction = sort.descending() ? " desc" : "";
        String id = "e.id" + direction;
        return sort.isByCreation() ? id : key().formatted(path) + direction + ", " + id;
    }

    /** Keeps what comes after the place where the page begins. */
    Listing begin(Listing listing, PageQuery query) {
        String after = sort.descending() ? "<" : ">";
        if (sort.isByCreation()) {
            UUID first = sort.descending() ? LAST : FIRST;
            return listing.and(
                    "e.id " + after + " :after",
                    "after",
                    query.afterPlace().map(PageQuery.Place::id).orElse(first));
        }
        query.afterPlace().ifPresent(place -> listing.and(
                        "cast(sql('(%s, ?) %s (cast(? as %s), cast(? as uuid))', %s, e.id, :afterKey, :after) as Boolean) = true"
                                .formatted(sqlKey(), after, sqlType(), path),
                        "after",
                        place.id().toString())
                .with("afterKey", checked(place.key())));
        return listing;
    }

    /** The page that these rows make. */
    <R, T> Page<T> page(List<R> rows, PageQuery query, Function<R, UUID> id, Function<R, T> item) {
        return Page.of(rows, query, row -> new PageQuery.Place(
                                id.apply(row), sort.isByCreation() ? "" : keyOf(item.apply(row)))
                        .toString())
                .map(item);
    }

    private String key() {
        return sqlKey().equals("?") ? "%s" : "sql('" + sqlKey() + "', %s)";
    }

    private String sqlKey() {
        if (type == String.class) {
            return "? collate \"C\"";
        }
        return sort.optional() ? "coalesce(?, ''" + MISSING + "'')" : "?";
    }

    private String sqlType() {
        if (type == String.class) {
            return "text";
        }
        if (type == Instant.class) {
            return "timestamptz";
        }
        return type == LocalDate.class ? "date" : "numeric";
    }

    private String keyOf(Object item) {
        try {
            Method property = item.getClass().getDeclaredMethod(sort.property());
            property.setAccessible(true);
            Object value = property.invoke(item);
            return value == null
                    ? MISSING
                    : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(item.getClass() + " has no property " + sort.property(), e);
        }
    }

    /** The key of a cursor, which is anybody's text until it can be read. */
    private String checked(String key) {
        try {
            if (type == String.class || sort.optional() && key.equals(MISSING)) {
                return key;
            }
            if (type == Instant.class) {
                return within(Instant.parse(key).atOffset(ZoneOffset.UTC).getYear(), key);
            }
            return type == LocalDate.class
                    ? within(LocalDate.parse(key).getYear(), key)
                    : within(new BigDecimal(key).scale() + new BigDecimal(key).precision(), key);
        } catch (DateTimeException | NumberFormatException garbled) {
            throw PageQuery.foreign();
        }
    }

    /** Neither a year nor a count of digits of which the database would not know what to make. */
    private static String within(int size, String key) {
        if (size < 0 || size > 9999) {
            throw PageQuery.foreign();
        }
        return key;
    }
}
