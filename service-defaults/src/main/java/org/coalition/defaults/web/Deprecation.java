package org.coalition.defaults.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On the method of an operation that is still there and no longer recommended. Its answers say so by {@code Deprecation} (RFC
 * 9745), {@code Sunset} (RFC 8594) and {@code Link}, and the contract by {@code deprecated}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Deprecation {
    /** The day, in UTC, from which on it is deprecated, such as {@code 2026-12-01}. */
    String since();

    /** The day, in UTC, on which it goes away. */
    String sunset();

    /** The address of a text that tells what to use instead. */
    String link();
}
