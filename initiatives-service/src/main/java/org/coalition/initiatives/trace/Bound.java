package org.coalition.initiatives.trace;

import java.util.List;

/** How many links of one kind stand in one answer. */
final class Bound {
    /** Links of one kind; one more is asked for, to know whether there are more. */
    static final int MOST = 500;

    private boolean reached;

    /** No more than fit; remembers whether there were more. */
    <T> List<T> cut(List<T> links) {
        reached |= links.size() > MOST;
        return links.size() > MOST ? links.subList(0, MOST) : links;
    }

    boolean isReached() {
        return reached;
    }
}
