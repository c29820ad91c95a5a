package org.coalition.meetings.minutes;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts a caller's words into CommonMark as words and nothing else: they make no heading, list, link, image or HTML, whatever
 * they hold. All of ASCII's punctuation may be escaped (CommonMark 0.31, section 2.4), so all of it is.
 */
final class Markdown {
    private static final Pattern PUNCTUATION = Pattern.compile("[!-/:-@\\[-`{-~]");
    /** Some renderers make a link of what looks like an address, although it is escaped; not across a word joiner. */
    private static final Pattern AT = Pattern.compile("\\\\@");

    /** What turns the order of the text around on the reader's screen, and what is no character to be seen. */
    private static final Pattern UNSEEN = Pattern.compile("[\u202a-\u202e\u2066-\u2069\ufeff]");

    private static final Pattern BREAK = Pattern.compile("\\R|\\x{b}|\\f|\\x{85}|[\u2028\u2029]");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}\\p{Z}]+");

    private Markdown() {}

    /** A text within one line, for headings and lists; nothing for null. */
    static String line(String text) {
        if (text == null) {
            return "";
        }
        String words = SPACE.matcher(UNSEEN.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
        return AT.matcher(PUNCTUATION.matcher(words).replaceAll("\\\\$0")).replaceAll("\\\\@&#8288;");
    }

    /** A text of several lines, as paragraphs of its own. An indented line would be code: none is. */
    static String paragraphs(String text) {
        return BREAK.splitAsStream(text)
                .map(Markdown::line)
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
