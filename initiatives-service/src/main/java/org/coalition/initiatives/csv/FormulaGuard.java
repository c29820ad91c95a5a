package org.coalition.initiatives.csv;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from taking a text for a formula: one that begins like a formula gets an apostrophe in front, and so does
 * one that begins with apostrophes before that; hence what was written can be read back as it was. Numbers stay numbers.
 */
final class FormulaGuard {
    private static final Pattern FORMULA = Pattern.compile("(?s)'*[=+\\-@\\t\\r\\n].*");

    private FormulaGuard() {}

    static String guard(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /** What was guarded, as it was before. */
    static String unguard(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
