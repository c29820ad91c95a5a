package org.coalition.defaults.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.PreconditionRequired;
import org.coalition.defaults.problem.StaleVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {
    @Test
    void theComparisonIsStrong() {
        assertTrue(IfMatch.parse("\"3\"").matches("3"));
        assertTrue(IfMatch.parse("\"2\", \"3\"").matches("3"));
        assertTrue(IfMatch.parse(" * ").matches("3"));
        assertFalse(IfMatch.parse("W/\"3\"").matches("3"));
        assertFalse(IfMatch.parse("\"33\"").matches("3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "\"3", "\"3\" x", "\"3\",,", "w/\"3\"", "\"3\" \"4\""})
    void whatIsNoEntityTagIsRefused(String value) {
        assertThrows(Malformed.class, () -> IfMatch.parse(value));
    }

    @Test
    void aChangeNeedsAPreconditionThatHolds() {
        assertThrows(PreconditionRequired.class, () -> IfMatch.require(null, "meeting", "3"));
        assertThrows(StaleVersion.class, () -> IfMatch.require(IfMatch.parse("\"2\""), "meeting", "3"));
        IfMatch.require(IfMatch.parse("\"3\""), "meeting", "3");
        IfMatch.require(IfMatch.ANY, "meeting", "3");
    }
}
