package org.coalition.initiatives.review;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Who signs, and when.
 *
 * @param signature the id that the sign-off gets
 * @param person the subject of the token
 */
record Reviewer(UUID signature, String party, String person, Set<String> roles, Instant at) {}
