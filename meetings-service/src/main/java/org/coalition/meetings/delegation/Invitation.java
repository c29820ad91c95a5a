package org.coalition.meetings.delegation;

import java.time.Instant;
import java.util.UUID;

/**
 * What a calendar shows of a delegation.
 *
 * @param updatedAt when the delegation last changed
 */
public record Invitation(UUID meetingId, String party, Rsvp rsvp, Instant updatedAt) {}
