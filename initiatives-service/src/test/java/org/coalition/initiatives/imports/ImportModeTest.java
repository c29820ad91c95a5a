package org.coalition.initiatives.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ImportModeTest {
    @Test
    void aPreferenceForLeniencyIsHeardAmongOthersAndAnyOtherIsPassedOver() {
        for (String prefer : List.of(
                "handling=lenient",
                "Handling = \"Lenient\"",
                "respond-async, handling=lenient",
                "handling=lenient; x=1")) {
            assertEquals(true, isLenient(prefer), prefer);
        }
        for (String prefer :
                List.of("handling=strict", "nothandling=lenient", "handling=lenient2", "", "return=minimal")) {
            assertEquals(false, isLenient(prefer), prefer);
        }
        assertEquals(false, isLenient(null));
    }

    private static boolean isLenient(String prefer) {
        ImportMode mode = new ImportMode();
        mode.prefer = prefer;
        return mode.isLenient();
    }
}
