package org.coalition.initiatives.delivery;

/** Against which promise a delivery is judged. */
public enum Against {
    ORIGINAL("e.promise.originalPromisedOn"),
    REVISED("e.promise.promisedOn");

    private final String day;

    Against(String day) {
        this.day = day;
    }

    /** The promised day of a delivery {@code e}, in HQL. */
    public String day() {
        return day;
    }

    /** Whether, in HQL, a delivery {@code e} came by the promised day. */
    public String onTime(Counting counting) {
        return "e.stage <> CANCELLED and %s <= %s".formatted(counting.day(), day);
    }

    /** Whether, in HQL, it came later, or has not come although the day has passed before {@code :today}. */
    public String missed(Counting counting) {
        return "e.stage <> CANCELLED and (%1$s > %2$s or (%1$s is null and %2$s < :today))"
                .formatted(counting.day(), day);
    }
}
