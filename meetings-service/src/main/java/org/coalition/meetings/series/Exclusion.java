package org.coalition.meetings.series;

/**
 * An occurrence that does not take place, although the rule gives it.
 *
 * @param occurrence its id
 */
record Exclusion(String occurrence, String reason) {}
