package org.coalition.initiatives.review;

/** Of what a review is. */
public enum ReviewSubject {
    INITIATIVE("e.contributionId is null"),
    CONTRIBUTION("e.contributionId is not null");

    private final String condition;

    ReviewSubject(String condition) {
        this.condition = condition;
    }

    /** In HQL over a review {@code e}. */
    String condition() {
        return condition;
    }
}
