package org.coalition.initiatives.review;

import java.time.Instant;

/**
 * Who submits something for review, and when.
 *
 * @param person the subject of the token
 * @param contentHash of the content at that time
 */
record Submission(SubmitReview wanted, String party, String person, String contentHash, Instant at) {}
