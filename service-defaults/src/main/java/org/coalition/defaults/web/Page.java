package org.coalition.defaults.web;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of a collection.
 *
 * @param items at most as many as the caller's limit
 * @param next the cursor of the page after this one; null on the last page
 */
public record Page<T>(
        List<T> items,

        @Schema(description = "Cursor of the next page, to be sent as ?cursor=; absent on the last page.")
        String next) {

    /**
     * A page out of rows that were read with {@link PageQuery#fetch()} as their limit.
     *
     * @param position what the list is ordered by, unique per row
     */
    public static <T> Page<T> of(List<T> rows, PageQuery query, Function<T, String> position) {
        if (rows.size() <= query.size()) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, query.size());
        return new Page<>(items, query.cursorAfter(position.apply(items.get(items.size() - 1))));
    }

    /** A page that is not the last one, however few its items: the next one begins after this position. */
    public static <T> Page<T> before(String position, List<T> items, PageQuery query) {
        return new Page<>(items, query.cursorAfter(position));
    }

    /** The same page with each item mapped. */
    public <R> Page<R> map(Function<T, R> item) {
        return new Page<>(items.stream().map(item).toList(), next);
    }

    /**
     * The same page, ended earlier because its items come to too much for one answer.
     *
     * @param count how many of them stay, at least one
     * @param position what the list is ordered by, unique per item
     */
    public Page<T> endedAfter(int count, PageQuery query, Function<T, String> position) {
        return count >= items.size()
                ? this
                : new Page<>(items.subList(0, count), query.cursorAfter(position.apply(items.get(count - 1))));
    }
}
