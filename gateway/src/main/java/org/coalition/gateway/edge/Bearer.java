package org.coalition.gateway.edge;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Whose verified token a request carries.
 *
 * @param client whose budget it is on
 * @param subject of the token
 * @param party for which it speaks; none of a client that speaks for no party
 * @param roles what it may do
 * @param expiry until when it is good
 */
public record Bearer(String client, String subject, Optional<String> party, Set<String> roles, Instant expiry) {}
