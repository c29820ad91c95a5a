package org.coalition.meetings.minutes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller writes is shown as it was written, and does nothing. */
class MarkdownTest {
    /** A mark that CommonMark or GitHub's dialect could act upon, as no backslash stands before it. */
    private static final Pattern LIVE = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*[!-/:-@\\[-`{-~&&[^\\\\]]");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[click](https://evil.test)",
                "[click][1]\n\n[1]: javascript:alert(1)",
                "![](https://evil.test/pixel.gif)",
                "<https://evil.test>",
                "https://evil.test/?a=b&c=d",
                "www.evil.test",
                "mailto:a@evil.test",
                "someone@evil.test",
                "@everybody",
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<!-- hidden -->",
                "<a\nhref=\"https://evil.test\">x</a>",
                "&lt;script&gt;",
                "&#91;x&#93;(https://evil.test)",
                "# Decided",
                "Title\n=====",
                "Title\n---",
                "Item\n\n## Adopted by all\n\ntext",
                "Item\r\r## Adopted by all",
                "Item\u2028\u2028## Adopted by all",
                "Item\u000b\u000b## Adopted by all",
                "Item\u0085\u0085## Adopted by all",
                "- item",
                "* item",
                "+ item",
                "1. item",
                "1) item",
                "> said",
                "```\ncode\n```",
                "~~~\ncode",
                "    indented code",
                "\tindented code",
                "`code`",
                "*bold* __bold__ ~~gone~~",
                "| a | b |\n|---|---|\n| 1 | 2 |",
                "***",
                "\\[escaped](https://evil.test)",
                "\\\\[escaped](https://evil.test)",
                "$\\href{https://evil.test}{x}$",
                ":smile: #1 [^1] {{x}}",
                "ends with a break  \nnext",
                "ends with a backslash\\\nnext"
            })
    void noMarkInItIsLive(String hostile) {
        for (String escaped : new String[] {Markdown.line(hostile), Markdown.paragraphs(hostile)}) {
            String words = escaped.replace("&#8288;", "");
            assertFalse(LIVE.matcher(words).find(), escaped);
            assertFalse(escaped.contains("\r") || escaped.contains("\t"), escaped);
            for (String line : escaped.split("\n", -1)) {
                assertEquals(line.strip(), line);
            }
        }
        assertFalse(Markdown.line(hostile).contains("\n"));
    }

    /** GitHub's renderer looks for addresses in the words that are left when the escapes are gone. */
    @Test
    void noAddressIsLeftWhenTheEscapesAreGone() {
        assertEquals("a\\@&#8288;b\\.c", Markdown.line("a@b.c"));
        assertEquals("\\\\\\@&#8288;b", Markdown.line("\\@b"));
    }

    @Test
    void whatTurnsTheTextAroundIsTakenOut() {
        assertEquals("Adopted denied", Markdown.line("Adopted\u202e denied\u2069\ufeff"));
    }

    @Test
    void wordsOfAllLanguagesStayAsTheyAre() {
        String words = "Україна та Ελλάδα, «так» 日本語 العربية";
        assertEquals(words.replace(",", "\\,"), Markdown.line(words));
        assertEquals("", Markdown.line(null));
        assertEquals("", Markdown.line(" \n "));
    }

    @Test
    void paragraphsStayParagraphs() {
        assertEquals("One\ntwo\n\nthree", Markdown.paragraphs("  One  \n two\r\n\r\nthree\n\n"));
        assertTrue(LIVE.matcher("a [b").find());
        assertFalse(LIVE.matcher("a \\[b").find());
        assertTrue(LIVE.matcher("a \\\\[b").find());
    }
}
