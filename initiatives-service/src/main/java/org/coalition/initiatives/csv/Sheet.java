package org.coalition.initiatives.csv;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A table that is sent while it is read, a batch at a time: however long it is, no more than a batch is in memory. The first one
 * is read before anything is sent, so that a refusal is still a problem document.
 *
 * @param <R> a row, whose components are the columns
 */
@Schema(type = SchemaType.STRING, description = "A table (RFC 4180) with a header line.")
public final class Sheet<R extends Record> {
    /** How many rows a batch has. */
    public static final int BATCH = 500;

    private final String name;
    private final Class<R> row;
    private final List<R> first;
    private final Function<R, List<R>> following;

    private Sheet(String name, Class<R> row, List<R> first, Function<R, List<R>> following) {
        this.name = name;
        this.row = row;
        this.first = first;
        this.following = following;
    }

    /**
     * A table of any length.
     *
     * @param name of the file, without its suffix
     * @param batch the rows after this one, {@link #BATCH} of them if there are so many; those at the beginning for null
     */
    public static <R extends Record> Sheet<R> of(String name, Class<R> row, Function<R, List<R>> batch) {
        return new Sheet<>(name, row, batch.apply(null), batch);
    }

    /** A table whose rows are at hand. */
    public static <R extends Record> Sheet<R> of(String name, Class<R> row, List<R> rows) {
        return new Sheet<>(name, row, rows, last -> List.of());
    }

    String fileName() {
        return name + ".csv";
    }

    Class<R> row() {
        return row;
    }

    List<R> first() {
        return first;
    }

    /** The batch after this one; empty after the last. */
    List<R> after(List<R> batch) {
        return batch.size() < BATCH ? List.of() : following.apply(batch.get(batch.size() - 1));
    }
}
