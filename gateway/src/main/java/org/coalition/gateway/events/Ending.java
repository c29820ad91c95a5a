package org.coalition.gateway.events;

import java.util.Locale;

/** Why a stream ended. */
enum Ending {
    /** The subscriber has gone. */
    GONE,
    /** The subscriber's token has expired. */
    EXPIRED,
    /** The subscriber took nothing for too long. */
    SLOW,
    /** The topics no longer hold what follows. */
    RETENTION,
    /** The topics are others than before. */
    REPLACED,
    /** What is there now could not be told. */
    SNAPSHOT,
    /** The gateway stops. */
    CLOSING;

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
