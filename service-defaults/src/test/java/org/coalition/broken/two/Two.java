package org.coalition.broken.two;

import org.coalition.broken.one.One;

/** Needs a noun that needs this one. */
public record Two(One other) {}
