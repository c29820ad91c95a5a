package org.coalition.defaults.problem;

import java.util.List;

/** 412: the version in If-Match is not the current one (RFC 9110, section 13.1.1). */
public final class StaleVersion extends ProblemException {
    private static final long serialVersionUID = 1L;

    public StaleVersion(String detail) {
        super(ProblemType.STALE_VERSION, detail, List.of());
    }
}
