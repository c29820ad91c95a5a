package org.coalition.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.coalition.local.stack.Feature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
    @Test
    void switchesAndPortOffsetMayStandInAnyOrder() {
        Arguments arguments = Arguments.parse("up", "--port-offset", "1000", "--detach", "--fresh", "--keycloak");

        assertTrue(arguments.has("--detach"));
        assertTrue(arguments.has("--fresh"));
        assertTrue(arguments.has(Feature.KEYCLOAK.option()));
        assertFalse(arguments.has(Feature.SECURE.option()));
        assertEquals(1000, arguments.portOffset());
        assertEquals(" --port-offset 1000", arguments.suffix());
    }

    @Test
    void theNameOfALogOrClientIsAnOperand() {
        Arguments arguments = Arguments.parse("logs", "meetings", "--port-offset=7", "--follow");

        assertEquals(List.of("meetings"), arguments.operands());
        assertEquals(7, arguments.portOffset());
    }

    @Test
    void withoutAnOffsetCommandsShownToTheUserStayBare() {
        assertEquals("", Arguments.parse("status").suffix());
    }

    @ParameterizedTest
    @CsvSource({
        "'',                     no command",
        "jump,                   unknown command jump",
        "up --json,              up does not know --json",
        "status now,             status takes no name",
        "token,                  token takes one name",
        "logs kafka meetings,    logs takes one name",
        "up --port-offset,       '--port-offset takes a number, not nothing'",
        "up --port-offset=many,  '--port-offset takes a number, not many'",
    })
    void whatIsWrongWithALineIsSaid(String line, String expected) {
        String[] words = line.isEmpty() ? new String[0] : line.split(" ", -1);

        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, () -> Arguments.parse(words))
                        .getMessage());
    }
}
