package org.coalition.defaults.clock;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Gives new identifiers: UUIDv7 (RFC 9562, section 5.7), which grow with time and so keep indexes dense. */
@Singleton
public class Ids {
    /** A new id, larger than all that this process gave before. */
    public UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
