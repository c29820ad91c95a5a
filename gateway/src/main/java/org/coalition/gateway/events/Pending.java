package org.coalition.gateway.events;

/**
 * A record that has been read and not been given out.
 *
 * @param position in the one order of the topics of its service
 * @param round in which it was first seen
 * @param event null if there is nothing to be told of it
 */
record Pending(int place, long offset, long position, long round, LoggedEvent event) {}
