package org.coalition.defaults.write;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;

/** Answers as they are. */
@Singleton
@DefaultBean
class PlainAnswers implements KeptAnswers {
    @Override
    public String kept(String body) {
        return body;
    }

    @Override
    public String given(String kept) {
        return kept;
    }
}
