package org.coalition.defaults.outbox;

import java.util.List;

/** Rows that Kafka will never take. If one alone is named, it is to blame; if several, at least one of them is. */
final class Unsendable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<OutboxRow> rows;

    Unsendable(List<OutboxRow> rows, Throwable cause) {
        super(cause.getMessage(), cause);
        this.rows = rows;
    }

    List<OutboxRow> rows() {
        return rows;
    }
}
