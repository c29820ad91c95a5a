package org.coalition.initiatives.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SheetTest {
    record Row(UUID id, String text, BigDecimal amount, Integer number, LocalDate day, Instant at) {}

    private static final UUID ID = new UUID(0, 1);
    private static final String HEADER = "id,text,amount,number,day,at\r\n";

    @Test
    void linesEndWithCarriageReturnAndLineFeedUnderAHeader() {
        assertEquals(HEADER + ID + ",plain,-1500000.00,-3,2026-01-12,2026-01-12T10:00:00Z\r\n", written(row("plain")));
    }

    @Test
    void whatSeparatesIsQuotedAndAQuoteIsDoubled() {
        assertEquals(HEADER + ID + ",\"a,b\",,,,\r\n", written(text("a,b")));
        assertEquals(HEADER + ID + ",\"say \"\"x\"\"\",,,,\r\n", written(text("say \"x\"")));
        assertEquals(HEADER + ID + ",\"one\r\ntwo\",,,,\r\n", written(text("one\r\ntwo")));
        assertEquals(HEADER + ID + ",Київ,,,,\r\n", written(text("Київ")));
    }

    @Test
    void aTextIsNoFormulaAndANumberStaysOne() {
        assertEquals(HEADER + ID + ",'=1+1,,,,\r\n", written(text("=1+1")));
        assertEquals(HEADER + ID + ",,-1,-3,,\r\n", written(new Row(ID, null, new BigDecimal("-1"), -3, null, null)));
    }

    @Test
    void anEmptyTableHasItsHeader() {
        assertEquals(HEADER, written());
    }

    @Test
    void batchesFollowEachOtherUntilOneIsShort() {
        List<Row> asked = new ArrayList<>();
        Sheet<Row> sheet = Sheet.of("rows", Row.class, last -> {
            asked.add(last);
            int from = last == null ? 0 : last.number() + 1;
            return IntStream.range(from, Math.min(from + Sheet.BATCH, 2 * Sheet.BATCH + 1))
                    .mapToObj(i -> new Row(ID, "x", null, i, null, null))
                    .toList();
        });
        assertEquals(1, asked.size(), "the first batch is read before anything is sent");
        String[] lines = text(sheet).split("\r\n", -1);
        assertEquals(2 * Sheet.BATCH + 1 + 2, lines.length);
        assertEquals(ID + ",x,,1000,,", lines[2 * Sheet.BATCH + 1]);
        assertEquals(3, asked.size());
    }

    private static Row row(String text) {
        return new Row(
                ID,
                text,
                new BigDecimal("-1500000.00"),
                -3,
                LocalDate.parse("2026-01-12"),
                Instant.parse("2026-01-12T10:00:00Z"));
    }

    private static Row text(String text) {
        return new Row(ID, text, null, null, null, null);
    }

    private static String written(Row... rows) {
        return text(Sheet.of("rows", Row.class, List.of(rows)));
    }

    private static String text(Sheet<Row> sheet) {
        try {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            SheetBody.write(sheet, body);
            return body.toString(StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
