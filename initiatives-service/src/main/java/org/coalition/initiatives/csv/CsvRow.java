package org.coalition.initiatives.csv;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.coalition.defaults.problem.Problem.Fault;

/** A row, read column by column; an empty cell is null. What cannot be read is null as well, and remembered as a fault. */
public final class CsvRow {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?");

    private final List<String> columns;
    private final List<CsvCell> cells;
    private final List<Fault> faults = new ArrayList<>();

    CsvRow(List<String> columns, List<CsvCell> cells) {
        this.columns = columns;
        this.cells = cells;
    }

    /** The line on which it begins. */
    public int line() {
        return cells.get(0).line();
    }

    public String text(String column) {
        return read(column, text -> text, "a text");
    }

    public UUID id(String column) {
        return read(
                column,
                text -> {
                    UUID id = UUID.fromString(text);
                    if (!id.toString().equals(text.toLowerCase(Locale.ROOT))) {
                        throw new IllegalArgumentException(text);
                    }
                    return id;
                },
                "an id (UUID)");
    }

    public LocalDate day(String column) {
        return read(column, text -> LocalDate.parse(formed(DAY, text)), "a day such as 2026-01-12");
    }

    public BigDecimal number(String column) {
        return read(column, text -> new BigDecimal(formed(NUMBER, text)), "a number such as 1500000.00");
    }

    public <E extends Enum<E>> E oneOf(Class<E> type, String column) {
        return read(column, text -> Enum.valueOf(type, text), "one of " + Arrays.toString(type.getEnumConstants()));
    }

    /** Adds a fault of a cell that could be read but is not right. */
    public Fault fault(String column, String code, String detail) {
        int place = columns.indexOf(column);
        return cells.get(Math.max(0, place)).fault(column, code, detail);
    }

    /** The cells that could not be read. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    private <T> T read(String column, Function<String, T> reader, String expected) {
        int place = columns.indexOf(column);
        String text = place < 0 ? "" : cells.get(place).text();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            faults.add(fault(column, "wrong-type", "it takes " + expected));
            return null;
        }
    }

    private static String formed(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
