package org.coalition.initiatives.mandate;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Set;

/**
 * The state of a decision as it was announced.
 *
 * @param expiresAt the end of its silence procedure; null without one
 */
public record DecisionState(String announced, Instant expiresAt) {
    private static final String ADOPTED = "ADOPTED";
    private static final String UNDER_SILENCE = "UNDER_SILENCE";
    private static final Set<String> STANDING = Set.of("DRAFT", "OPEN", UNDER_SILENCE, ADOPTED);

    /** The state of a decision as the meetings-service announced it. */
    public static DecisionState of(JsonNode decision) {
        return new DecisionState(
                decision.path("status").asText(),
                instant(decision.path("expiresAt").asText(null)));
    }

    /** The state by the clock: a silence that has expired is an adoption, whether or not that was announced. */
    public String at(Instant now) {
        return hasLapsed(now) ? ADOPTED : announced;
    }

    boolean isAdopted(Instant now) {
        return at(now).equals(ADOPTED);
    }

    /** From when on it is adopted; null if it is not, and is not about to be by the clock. */
    Instant adoptedFrom() {
        return announced.equals(ADOPTED) ? Instant.MIN : announced.equals(UNDER_SILENCE) ? expiresAt : null;
    }

    boolean isDangling() {
        return !STANDING.contains(announced);
    }

    boolean hasLapsed(Instant now) {
        return announced.equals(UNDER_SILENCE) && expiresAt != null && !now.isBefore(expiresAt);
    }

    private static Instant instant(String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
