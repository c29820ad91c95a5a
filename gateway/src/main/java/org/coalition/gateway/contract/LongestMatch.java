package org.coalition.gateway.contract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a text can be that matches a simple pattern, such as that of a code: characters and classes, each with a fixed repetition. */
final class LongestMatch {
    private static final Pattern WHOLE = Pattern.compile("\\^\\(\\?:(.*)\\)\\$");
    private static final Pattern PART =
            Pattern.compile("(?:\\[[^\\]]+\\]|\\\\.|[^\\[\\]\\\\(){}|*+?.])(?:\\{(?:\\d+,)?(\\d+)\\})?");

    private LongestMatch() {}

    /** Null if there is no end to it, or none that is easily seen. */
    static Integer of(String pattern) {
        Matcher whole = WHOLE.matcher(pattern);
        if (!whole.matches()) {
            return null;
        }
        Matcher part = PART.matcher(whole.group(1));
        int longest = 0;
        int end = 0;
        while (part.lookingAt()) {
            longest += part.group(1) == null ? 1 : Integer.parseInt(part.group(1));
            end = part.end();
            part.region(end, whole.group(1).length());
        }
        return end == whole.group(1).length() ? longest : null;
    }
}
