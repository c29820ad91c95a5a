package org.coalition.defaults.web;

/**
 * The answer for one resource, mapped from its aggregate. The web ring takes the headers from it: {@code ETag} on every
 * answer, {@code Location} on 201. The same view is the {@code after} of the resource's events.
 */
public interface View {
    /** The version of the aggregate that the resource belongs to; it rises by one with every change. */
    long version();

    /** Where the resource lives, for instance {@code /v1/meetings/0198…}: Location, and the subject of its events. */
    String path();

    /**
     * The strong validator of this representation (RFC 9110, section 8.8.3), without quotes. A view whose content
     * depends on the clock adds what the clock changed.
     */
    default String tag() {
        return Long.toString(version());
    }
}
