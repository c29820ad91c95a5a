package org.coalition.defaults.web;

/** What an answer shows of something that has an address and a version: the web ring takes ETag and Location from it. */
public interface Representation {
    /** Where it lives, for instance {@code /v1/meetings/0198…}. */
    String path();

    /** The strong validator of this representation (RFC 9110, section 8.8.3), without quotes. */
    String tag();
}
