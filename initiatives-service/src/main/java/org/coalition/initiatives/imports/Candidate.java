package org.coalition.initiatives.imports;

import java.util.List;
import java.util.function.Supplier;
import org.coalition.defaults.problem.Problem.Fault;

/**
 * One item of an import.
 *
 * @param place where it stands in the body, as a pointer: {@code /7} for line 7 of a table
 * @param faults what is wrong with it by itself; if anything is, it is not tried
 * @param birth creates it through the repositories and says what was created, the item itself first; asked for once
 */
public record Candidate(String place, List<Fault> faults, Supplier<List<String>> birth) {}
