package org.coalition.defaults.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcmaPatternTest {
    @ParameterizedTest
    @CsvSource({
        "[A-Z]{2}, ^(?:[A-Z]{2})$",
        "\\S, \\S",
        "a|b, ^(?:a|b)$",
        "(?s).*\\S.*, ^(?:[\\s\\S]*\\S[\\s\\S]*)$",
        "https://[^\\s\\p{Cntrl}]+, ^(?:https://[^\\s\\x00-\\x1F\\x7F]+)$",
        "^(?:[A-Z]{2})$, ^(?:[A-Z]{2})$"
    })
    void itIsAnchoredAndWithoutWhatOnlyJavaKnows(String java, String ecma) {
        assertEquals(ecma, EcmaPattern.of(java));
    }
}
