package org.coalition.initiatives.finding;

import java.util.UUID;

/**
 * On what a finding is.
 *
 * @param contributionId null if it is on the initiative as a whole
 * @param reviewId null if no review brought it to light
 */
record Subject(UUID initiativeId, UUID contributionId, UUID reviewId) {}
