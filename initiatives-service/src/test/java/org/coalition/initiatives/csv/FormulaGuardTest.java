package org.coalition.initiatives.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FormulaGuardTest {
    @Test
    void whatBeginsLikeAFormulaGetsAnApostropheInFront() {
        for (String text : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=", "-", "=a\nb")) {
            assertEquals("'" + text, FormulaGuard.guard(text));
        }
    }

    @Test
    void anyOtherTextStaysAsItIs() {
        for (String text : List.of("", "SAM systems", "a=b", "1-2", "'quoted'", " =1")) {
            assertEquals(text, FormulaGuard.guard(text));
            assertEquals(text, FormulaGuard.unguard(text));
        }
    }

    @Property
    void whateverWasGuardedIsReadBackAsItWas(@ForAll("texts") String text) {
        String guarded = FormulaGuard.guard(text);
        assertEquals(text, FormulaGuard.unguard(guarded));
        assertFalse(guarded.matches("(?s)[=+\\-@\\t\\r\\n].*"), guarded);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("'=+-@\t\r\na\"").ofMaxLength(6);
    }
}
