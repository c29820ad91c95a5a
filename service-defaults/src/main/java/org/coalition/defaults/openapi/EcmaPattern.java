package org.coalition.defaults.openapi;

/**
 * A constraint's regular expression as JSON Schema has it: in the dialect of ECMA-262, where it is looked for anywhere in the
 * text, while the constraint holds for the whole of it.
 */
final class EcmaPattern {
    private static final String DOT_IS_ALL = "(?s)";
    /** What the generator makes of {@code NotBlank}: it is to be found anywhere. */
    private static final String NOT_BLANK = "\\S";

    private EcmaPattern() {}

    static String of(String java) {
        String known = java.startsWith(DOT_IS_ALL)
                ? java.substring(DOT_IS_ALL.length()).replace(".", "[\\s\\S]")
                : java;
        return known.startsWith("^") || known.equals(NOT_BLANK)
                ? known
                : "^(?:" + known.replace("\\p{Cntrl}", "\\x00-\\x1F\\x7F") + ")$";
    }
}
