package org.coalition.defaults.problem;

import java.util.List;

/** 404: there is no such resource, or the caller may not know of it; the two cannot be told apart. */
public final class NotFound extends ProblemException {
    private static final long serialVersionUID = 1L;

    /**
     * @param noun what was looked for, for instance {@code meeting}
     * @param id as the caller gave it
     */
    public NotFound(String noun, Object id) {
        super(ProblemType.NOT_FOUND, "There is no %s %s, or you may not see it.".formatted(noun, id), List.of());
    }
}
