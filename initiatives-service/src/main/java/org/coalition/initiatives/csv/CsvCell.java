package org.coalition.initiatives.csv;

import org.coalition.defaults.problem.Problem.Fault;

/**
 * A cell with the place where it begins.
 *
 * @param line from 1, as an editor counts; a cell may go on over several
 * @param column the character in that line, from 1
 */
public record CsvCell(String text, int line, int column) {
    /**
     * A fault of this cell.
     *
     * @param name of its column
     */
    public Fault fault(String name, String code, String detail) {
        String pointer = "/" + line + (name.isEmpty() ? "" : "/" + name);
        return Fault.at(
                pointer,
                code,
                "Line %d, column %d%s: %s.".formatted(line, column, name.isEmpty() ? "" : " (" + name + ")", detail));
    }
}
