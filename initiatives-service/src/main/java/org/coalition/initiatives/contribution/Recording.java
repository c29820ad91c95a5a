package org.coalition.initiatives.contribution;

import java.time.Instant;
import java.util.UUID;

/**
 * Under which id, when and by whom an entry is recorded.
 *
 * @param by the client, for the record
 * @param party the party that acts
 */
record Recording(UUID id, Instant at, String by, String party) {}
