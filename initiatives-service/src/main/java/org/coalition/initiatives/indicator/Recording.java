package org.coalition.initiatives.indicator;

import java.time.Instant;
import java.util.UUID;

/**
 * Under which id, when and by whom an actual is recorded.
 *
 * @param by the client, for the record
 * @param party the party that acts
 */
record Recording(UUID id, Instant at, String by, String party) {}
