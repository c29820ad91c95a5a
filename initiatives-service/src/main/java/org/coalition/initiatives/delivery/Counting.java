package org.coalition.initiatives.delivery;

/** Which stage counts as delivered: by what the recipient says, or by what the contributing party says. */
public enum Counting {
    RECEIPT_CONFIRMED("e.pace.receivedOn"),
    HANDED_OVER("e.pace.handedOverOn");

    private final String day;

    Counting(String day) {
        this.day = day;
    }

    /** The day, in HQL, on which a delivery {@code e} counted as delivered; null until then. */
    public String day() {
        return day;
    }
}
