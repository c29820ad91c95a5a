package org.coalition.meetings.decision;

import java.time.Instant;
import java.util.UUID;

/**
 * A decision that takes the place of an earlier one or amends it, as the database finds it.
 *
 * @param supersedes or else it amends
 * @param since when it was adopted; for one under silence, when it will be
 * @param known whether all who may know of the earlier one may know of this one
 */
record Successor(UUID id, boolean supersedes, Instant since, boolean known) {}
