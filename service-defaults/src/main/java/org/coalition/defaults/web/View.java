package org.coalition.defaults.web;

/**
 * The answer for one resource, mapped from its aggregate. The same view is the {@code after} of the resource's events, whose
 * subject is its path.
 */
public interface View extends Representation {
    /** The version of the aggregate that the resource belongs to; it rises by one with every change. */
    long version();

    /** The version. A view whose content depends on the clock adds what the clock changed. */
    @Override
    default String tag() {
        return Long.toString(version());
    }
}
