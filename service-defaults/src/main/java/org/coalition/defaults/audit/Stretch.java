package org.coalition.defaults.audit;

/**
 * A stretch of one part of the trail that was checked at once.
 *
 * @param checked how many links
 * @param cost how many rows were read for them
 * @param last the last link that was checked, where the next stretch begins; null at the end of the part
 * @param broken the last link, if it does not hold
 */
record Stretch(int checked, int cost, String last, BrokenLink broken) {
    static Stretch upTo(int checked, int cost, String last) {
        return new Stretch(checked, cost, last, null);
    }

    static Stretch end(int checked, int cost) {
        return new Stretch(checked, cost, null, null);
    }

    static Stretch broken(int checked, int cost, String at, BrokenLink broken) {
        return new Stretch(checked, cost, at, broken);
    }
}
