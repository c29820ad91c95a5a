package org.coalition.initiatives.report;

import java.util.List;

/**
 * What a transparency report says, as it was when it was published.
 *
 * @param counts what was counted, in words
 * @param complete whether these are all figures; there is a bound
 */
record Snapshot(String counts, boolean complete, List<ReportedFigures> figures, List<Withheld> withheld) {}
