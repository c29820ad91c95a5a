package org.coalition.broken.one;

import org.coalition.broken.two.Two;

/** Needs a noun that needs this one. */
public record One(Two other) {}
