package org.coalition.defaults.web;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.CRC32;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * Which page of a collection the caller asks for. Paging is by key, not by offset: a page is found in the same time at
 * any depth, and rows that come or go meanwhile neither repeat nor hide others.
 */
public class PageQuery {
    static final String SORT = "sort";

    private static final int DEFAULT = 50;
    private static final int MOST = 200;

    @QueryParam("limit")
    @Parameter(
            description = "Items per page; 50 by default, 200 at most (more is read as 200).",
            schema = @Schema(type = SchemaType.INTEGER, format = "int32", minimum = "1", defaultValue = "50"))
    Integer limit;

    @QueryParam("cursor")
    @Parameter(description = "The `next` of the page before; absent for the first page.")
    String cursor;

    @QueryParam(SORT)
    @Parameter(
            description =
                    "By what to sort; a minus for the last first. What is equal is in the order of creation, or in the reverse"
                            + " of it; texts are in the order of their characters (Unicode), what has no value is after all"
                            + " that has one.")
    String sort;

    /** A cursor belongs to one collection, as it is filtered and sorted: elsewhere its place would mean nothing. */
    @Context
    UriInfo collection;

    @Context
    ResourceInfo operation;

    public PageQuery() {}

    /** The page that this limit and this cursor ask for, of a collection in the order of creation. */
    public PageQuery(Integer limit, String cursor) {
        this.limit = limit;
        this.cursor = cursor;
    }

    /** How many items the caller gets at most. */
    int size() {
        if (limit != null && limit < 1) {
            throw new Malformed(Fault.in("limit", "too-small", "limit is at least 1."));
        }
        return limit == null ? DEFAULT : Math.min(limit, MOST);
    }

    /**
     * The order of the collection.
     *
     * @throws Malformed 400 if the collection does not declare it
     */
    public Sort sort() {
        return Sort.of(
                sort, operation == null ? null : operation.getResourceMethod().getAnnotation(Sorted.class));
    }

    /** How many rows to read: one more than the page, which tells whether there is a next one. */
    public int fetch() {
        return size() + 1;
    }

    /**
     * The id after which the page begins, in a collection ordered by id; the smallest id for the first page.
     *
     * @throws Malformed 400 if the cursor is garbled or was not given out by us
     */
    public UUID afterId() {
        try {
            return cursor == null ? new UUID(0, 0) : UUID.fromString(decoded());
        } catch (IllegalArgumentException garbled) {
            throw foreign();
        }
    }

    /**
     * The key after which the page begins, in a collection ordered by a text; empty for the first page.
     *
     * @throws Malformed 400 if the cursor is garbled or was not given out by us
     */
    public String afterKey() {
        return cursor == null ? "" : decoded();
    }

    /**
     * The place after which the page begins, in a sorted collection; empty for the first page.
     *
     * @throws Malformed 400 if the cursor is garbled or was not given out by us
     */
    public Optional<Place> afterPlace() {
        try {
            return cursor == null ? Optional.empty() : Optional.of(Place.of(decoded()));
        } catch (IllegalArgumentException garbled) {
            throw foreign();
        }
    }

    /** That a cursor holds what no cursor of this collection can hold. */
    public static Malformed foreign() {
        return new Malformed(
                Fault.in("cursor", "foreign-cursor", "The cursor is not one that this collection gave out."));
    }

    /**
     * A place in a sorted collection.
     *
     * @param id of the item before it
     * @param key what the collection is sorted by holds there, as text; empty if the id is all
     */
    public record Place(UUID id, String key) {
        private static final int ID = 36;

        static Place of(String text) {
            return new Place(
                    UUID.fromString(text.substring(0, Math.min(ID, text.length()))),
                    text.substring(Math.min(ID, text.length())));
        }

        @Override
        public String toString() {
            return id + key;
        }
    }

    String cursorAfter(String position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((checksum(position) + position).getBytes(StandardCharsets.UTF_8));
    }

    private String decoded() {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.length() > 8 && checksum(text.substring(8)).equals(text.substring(0, 8))) {
                return text.substring(8);
            }
        } catch (IllegalArgumentException garbled) {
            throw foreign();
        }
        throw foreign();
    }

    private String checksum(String position) {
        CRC32 checksum = new CRC32();
        checksum.update(
                ((collection == null ? "" : question(collection)) + ":" + position).getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(checksum.getValue());
    }

    /** What is asked for, without what may differ from page to page. */
    private static String question(UriInfo collection) {
        TreeMap<String, List<String>> asked = new TreeMap<>(collection.getQueryParameters());
        asked.keySet().removeAll(List.of("limit", "cursor", SparseAnswer.PARAMETER));
        return collection.getPath() + asked;
    }
}
