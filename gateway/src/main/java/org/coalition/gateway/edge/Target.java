package org.coalition.gateway.edge;

import org.coalition.defaults.problem.Problem.Fault;

/**
 * The target of a request, in the one form that is accepted. A target that is not canonical is refused and never
 * normalised: two readers of one odd path are how access rules have been walked around.
 *
 * @param path letters, digits and {@code . _ ~ - /} only, without an empty, {@code .} or {@code ..} segment inside
 * @param query the raw query, checked; null if there was none
 */
public record Target(String path, String query) {
    private static final long[] PATH = set("._~-/");
    // RFC 3986 'query' without ';', which some servers read as a separator.
    private static final long[] QUERY = set("._~-/?:@!$'()*,+");

    /** Thrown with the fault that makes a target unacceptable. */
    static final class NotCanonical extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Fault fault;

        NotCanonical(Fault fault) {
            super(fault.detail(), null, false, false);
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }

    static Target of(String raw, int maxParameters) throws NotCanonical {
        int mark = raw.indexOf('?');
        String path = mark < 0 ? raw : raw.substring(0, mark);
        checkPath(path);
        if (mark < 0) {
            return new Target(path, null);
        }
        String query = raw.substring(mark + 1);
        checkQuery(query, maxParameters);
        return new Target(path, query.isEmpty() ? null : query);
    }

    /** Path and query again, as sent to the service. */
    String uri() {
        return query == null ? path : path + '?' + query;
    }

    private static void checkPath(String path) throws NotCanonical {
        if (path.isEmpty() || path.charAt(0) != '/') {
            throw path("The request target must start with '/'; absolute and authority forms are not accepted.");
        }
        int start = 1;
        for (int i = 1; i <= path.length(); i++) {
            boolean end = i == path.length();
            if (!end && !in(PATH, path.charAt(i))) {
                throw path("The path has a character other than letters, digits and '. _ ~ - /'.");
            }
            if (end || path.charAt(i) == '/') {
                int length = i - start;
                if (length == 0 && !end
                        || length == 1 && path.charAt(start) == '.'
                        || length == 2 && path.charAt(start) == '.' && path.charAt(start + 1) == '.') {
                    throw path("The path has an empty or a dot segment.");
                }
                start = i + 1;
            }
        }
    }

    private static void checkQuery(String query, int maxParameters) throws NotCanonical {
        if (query.isEmpty()) {
            return;
        }
        int parameters = 0;
        int start = 0;
        while (start <= query.length()) {
            int end = query.indexOf('&', start);
            end = end < 0 ? query.length() : end;
            if (++parameters > maxParameters) {
                throw query("query", "too-many", "There are more than " + maxParameters + " query parameters.");
            }
            checkParameter(query, start, end);
            start = end + 1;
        }
    }

    private static void checkParameter(String query, int start, int end) throws NotCanonical {
        int equals = query.indexOf('=', start);
        int nameEnd = equals < 0 || equals > end ? end : equals;
        if (nameEnd == start) {
            throw query("query", "malformed", "A query parameter has no name.");
        }
        for (int i = start; i < nameEnd; i++) {
            if (query.charAt(i) == '/' || !in(PATH, query.charAt(i))) {
                throw query("query", "malformed", "The name of a query parameter has a character that is not allowed.");
            }
        }
        String name = query.substring(start, nameEnd);
        if (name.equalsIgnoreCase("access_token")) {
            throw query(name, "token-in-query", "A token is accepted in the Authorization header only.");
        }
        if (nameEnd < end && !PercentEncoding.isClean(query, nameEnd + 1, end, QUERY)) {
            throw query(name, "malformed", "The value is not clean percent-encoded UTF-8 (RFC 3986).");
        }
    }

    static boolean in(long[] set, char c) {
        return c < 128 && (set[c >> 6] >>> (c & 63) & 1) != 0;
    }

    private static long[] set(String marks) {
        long[] set = new long[2];
        String all = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" + marks;
        all.chars().forEach(c -> set[c >> 6] |= 1L << (c & 63));
        return set;
    }

    private static NotCanonical path(String detail) {
        return new NotCanonical(Fault.in("path", "not-canonical", detail));
    }

    private static NotCanonical query(String parameter, String code, String detail) {
        return new NotCanonical(Fault.in(parameter, code, detail));
    }
}
