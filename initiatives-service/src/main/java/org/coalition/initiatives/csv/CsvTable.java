package org.coalition.initiatives.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;

/**
 * A table that was received: a header line that names its columns in any order, and rows as wide as that.
 *
 * @param rows without the header
 */
public record CsvTable(List<CsvRow> rows) {
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final CsvFactory FORMAT =
            CsvFactory.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

    /**
     * Reads a table.
     *
     * @param body null for none
     * @param known the columns that it may have
     * @param needed those of them that it must have
     * @param most how many rows it may have
     * @throws Malformed 400 if it is none, or not one of these
     */
    public static CsvTable read(byte[] body, List<String> known, Set<String> needed, int most) {
        List<List<CsvCell>> lines = lines(text(body), most + 1);
        if (lines.isEmpty()) {
            throw new Malformed(Fault.at("", "no-header", "The table needs a header line that names its columns."));
        }
        List<CsvCell> header = lines.get(0);
        requireColumns(header, known, needed);
        List<String> columns = header.stream().map(CsvCell::text).toList();
        List<CsvCell> ragged = lines.stream()
                .filter(line -> line.size() != columns.size())
                .map(line -> line.get(0))
                .toList();
        if (!ragged.isEmpty()) {
            throw new Malformed(ragged.stream()
                    .map(cell -> cell.fault(
                            "", "other-width", "this line has not as many cells as the header: " + columns.size()))
                    .toList());
        }
        return new CsvTable(
                lines.stream().skip(1).map(line -> new CsvRow(columns, line)).toList());
    }

    private static void requireColumns(List<CsvCell> header, List<String> known, Set<String> needed) {
        List<Fault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (CsvCell cell : header) {
            if (!known.contains(cell.text())) {
                faults.add(cell.fault("", "unknown-column", "the columns are " + String.join(", ", known)));
            } else if (!seen.add(cell.text())) {
                faults.add(cell.fault("", "repeated-column", "the column %s is named twice".formatted(cell.text())));
            }
        }
        needed.stream()
                .filter(column -> !seen.contains(column))
                .sorted()
                .map(column -> header.get(0).fault("", "missing-column", "the column %s is needed".formatted(column)))
                .forEach(faults::add);
        if (!faults.isEmpty()) {
            throw new Malformed(faults);
        }
    }

    private static List<List<CsvCell>> lines(String text, int most) {
        List<List<CsvCell>> lines = new ArrayList<>();
        try (CsvParser csv = FORMAT.createParser(text)) {
            List<CsvCell> line = new ArrayList<>();
            for (JsonToken token = csv.nextToken(); token != null; token = csv.nextToken()) {
                if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NULL) {
                    var place = csv.currentTokenLocation();
                    line.add(new CsvCell(
                            FormulaGuard.unguard(csv.getText()), place.getLineNr(), Math.max(1, place.getColumnNr())));
                } else if (token == JsonToken.END_ARRAY && !line.isEmpty()) {
                    lines.add(line);
                    line = new ArrayList<>();
                    if (lines.size() > most) {
                        throw new Malformed(
                                Fault.at("", "too-many", "A table has at most %d lines.".formatted(most - 1)));
                    }
                }
            }
            return lines;
        } catch (JsonProcessingException unreadable) {
            var place = unreadable.getLocation();
            int line = place == null ? 1 : place.getLineNr();
            int column = place == null ? 1 : Math.max(1, place.getColumnNr());
            throw new Malformed(
                    new CsvCell("", line, column).fault("", "no-csv", "this is no table as RFC 4180 has it"));
        } catch (IOException impossible) {
            throw new IllegalStateException("A text can be read", impossible);
        }
    }

    private static String text(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body == null ? new byte[0] : body))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new Malformed(Fault.at("", "bad-character", "The table holds a character that cannot be kept."));
            }
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException unreadable) {
            throw new Malformed(Fault.at("", "no-utf-8", "The table is no text in UTF-8."));
        }
    }
}
