package org.coalition.defaults.write;

/**
 * What an operation answered.
 *
 * @param body as JSON; null without one
 * @param tag of a view, for ETag; null if it was none
 * @param path of a view, for Location; null if it was none
 */
record GivenAnswer(int status, String body, String tag, String path) {}
