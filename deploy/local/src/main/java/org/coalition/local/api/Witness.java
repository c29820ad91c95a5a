package org.coalition.local.api;

/** Sees every answer that a {@link Partner} gets. */
@FunctionalInterface
public interface Witness {
    /** @param target the path with its query */
    void saw(String method, String target, Answer answer);
}
