package org.coalition.initiatives.iati;

import jakarta.inject.Singleton;
import java.util.UUID;

/** How initiatives of our own are called among the activities of the world: the reporting organisation's identifier, and their id. */
@Singleton
class ActivityIdentifier {
    static final int MOST_CHARACTERS = 200;

    private final String prefix;

    ActivityIdentifier(IatiConfig config) {
        prefix = config.reportingOrg().ref() + "-";
    }

    String of(UUID initiative) {
        return prefix + initiative;
    }

    /** The initiative that has this identifier; null if it is none of ours. */
    UUID initiative(String identifier) {
        if (!identifier.startsWith(prefix)) {
            return null;
        }
        try {
            return UUID.fromString(identifier.substring(prefix.length()));
        } catch (IllegalArgumentException other) {
            return null;
        }
    }
}
