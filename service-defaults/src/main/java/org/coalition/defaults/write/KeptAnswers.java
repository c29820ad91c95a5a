package org.coalition.defaults.write;

/** In which form an answer is kept for those who repeat their request. A service whose answers hold secrets keeps them in another. */
public interface KeptAnswers {
    /** What is written for this body. */
    String kept(String body);

    /** The body for what was written. */
    String given(String kept);
}
