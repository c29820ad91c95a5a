package org.coalition.defaults.write;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;

/** The key by which a caller marks all tries of one request (draft-ietf-httpapi-idempotency-key-header-07). */
final class IdempotencyKey {
    static final String HEADER = "Idempotency-Key";

    /** A string of RFC 9651 without escapes; its quotes may be missing, as with most clients they are. */
    private static final Pattern FORM = Pattern.compile("\"([!#-\\[\\]-~]{1,255})\"|([!#-\\[\\]-~]{1,255})");

    private IdempotencyKey() {}

    /**
     * The key that a header field holds.
     *
     * @throws Malformed 400 if it holds none
     */
    static String parse(String field) {
        Matcher key = FORM.matcher(field.strip());
        if (!key.matches()) {
            throw new Malformed(Fault.in(
                    HEADER,
                    "idempotency-key",
                    "Idempotency-Key takes 1 to 255 visible ASCII characters, for instance a UUID."));
        }
        return key.group(1) == null ? key.group(2) : key.group(1);
    }
}
