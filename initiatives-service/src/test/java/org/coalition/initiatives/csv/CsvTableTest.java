package org.coalition.initiatives.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;
import org.junit.jupiter.api.Test;

class CsvTableTest {
    private static final List<String> KNOWN = List.of("name", "amount", "day");

    @Test
    void rowsAreReadByTheNamesOfTheirColumnsInAnyOrder() {
        List<CsvRow> rows = rows("amount,name\r\n12.50,\"a, \"\"b\"\"\"\r\n,plain\r\n");
        assertEquals("a, \"b\"", rows.get(0).text("name"));
        assertEquals(new BigDecimal("12.50"), rows.get(0).number("amount"));
        assertNull(rows.get(0).day("day"));
        assertNull(rows.get(1).number("amount"));
        assertEquals("plain", rows.get(1).text("name"));
    }

    @Test
    void bareLineFeedsAndAByteOrderMarkAreReadToo() {
        assertEquals("x", rows("\ufeffname\nx\n").get(0).text("name"));
        assertEquals("x", rows("name\nx").get(0).text("name"));
    }

    @Test
    void aGuardedTextIsReadAsItWas() {
        assertEquals("=1+1", rows("name\r\n'=1+1\r\n").get(0).text("name"));
        assertEquals("'quoted'", rows("name\r\n'quoted'\r\n").get(0).text("name"));
    }

    @Test
    void eachFaultTellsItsLineAndColumn() {
        List<CsvRow> rows = rows("name,amount,day\r\n\"two\r\nlines\",1,2026-01-12\r\nx,1e9,12.1.2026\r\n");
        CsvRow row = rows.get(1);
        assertEquals(4, row.line());
        assertNull(row.number("amount"));
        assertNull(row.day("day"));
        assertEquals(
                List.of(
                        Fault.at(
                                "/4/amount",
                                "wrong-type",
                                "Line 4, column 3 (amount): it takes a number such as 1500000.00."),
                        Fault.at("/4/day", "wrong-type", "Line 4, column 7 (day): it takes a day such as 2026-01-12.")),
                row.faults());
        assertNull(row.oneOf(DayOfWeek.class, "name"));
        assertTrue(row.faults().get(2).detail().contains("Line 4, column 1 (name)"));
    }

    @Test
    void aTableIsRefusedWhoseColumnsAreNotKnownRepeatedOrMissing() {
        assertEquals(List.of("unknown-column", "missing-column"), codes("nom,amount\r\nx,1\r\n"));
        assertEquals(List.of("repeated-column"), codes("name,name\r\nx,y\r\n"));
        assertEquals(List.of("other-width"), codes("name,amount\r\nx\r\n"));
        assertEquals(List.of("other-width"), codes("name\r\nx,1\r\n"));
        assertEquals(List.of("no-header"), codes(""));
    }

    @Test
    void aTableOfTooManyRowsIsRefused() {
        assertEquals(10, rows("name\r\n" + "x\r\n".repeat(10)).size());
        assertEquals(List.of("too-many"), codes("name\r\n" + "x\r\n".repeat(11)));
    }

    @Test
    void whatIsNoTextIsRefused() {
        assertEquals(List.of("no-utf-8"), codes(new byte[] {'n', 'a', 'm', 'e', '\n', (byte) 0xff, (byte) 0xfe}));
        assertEquals(List.of("bad-character"), codes("name\r\na\0b\r\n"));
        assertEquals(List.of("no-csv"), codes("name\r\n\"never closed\r\n"));
    }

    private static List<CsvRow> rows(String text) {
        return CsvTable.read(text.getBytes(StandardCharsets.UTF_8), KNOWN, Set.of("name"), 10)
                .rows();
    }

    private static List<String> codes(String text) {
        return codes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> codes(byte[] body) {
        Malformed refusal = assertThrows(Malformed.class, () -> CsvTable.read(body, KNOWN, Set.of("name"), 10));
        return refusal.problem(null, null).errors().stream().map(Fault::code).toList();
    }
}
