package org.coalition.initiatives.enduse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.coalition.defaults.identity.Roles;

/**
 * Who records or verifies a check, and when.
 *
 * @param person the subject of the token
 */
record Recorder(String party, String person, Set<String> roles, Instant at) {
    boolean isOverseer() {
        return roles.contains(Roles.OVERSEER_MILITARY);
    }

    LocalDate today() {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
