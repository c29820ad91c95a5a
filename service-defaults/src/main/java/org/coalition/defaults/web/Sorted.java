package org.coalition.defaults.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the list operation of a collection that a caller may have in another order: {@code ?sort=dueOn}, or {@code -dueOn} for
 * the last first. Every such collection can be sorted by {@link Sort#CREATION}. What it declares the server takes, and the
 * contract shows; an index has to serve it.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Sorted {
    /** Properties that every item has. */
    String[] value() default {};

    /** Properties that an item may be without: times, days and numbers. What has none comes after all that have one. */
    String[] optional() default {};
}
