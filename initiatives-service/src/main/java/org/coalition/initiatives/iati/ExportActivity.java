package org.coalition.initiatives.iati;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.coalition.initiatives.indicator.IndicatorView;
import org.coalition.initiatives.initiative.Initiative;

/**
 * All that is told of an initiative.
 *
 * @param entries by line
 * @param deliveries those still to be received, by line
 * @param lastDue the day on which its last milestone is due; or null
 * @param source from where it was imported; or null
 */
record ExportActivity(
        Initiative initiative,
        List<ExportLine> lines,
        Map<UUID, List<ExportEntry>> entries,
        Map<UUID, List<ExportDelivery>> deliveries,
        List<IndicatorView> indicators,
        LocalDate lastDue,
        Source source) {

    List<ExportEntry> entriesOf(ExportLine line) {
        return entries.getOrDefault(line.id(), List.of());
    }

    List<ExportDelivery> deliveriesOf(ExportLine line) {
        return deliveries.getOrDefault(line.id(), List.of());
    }

    /** Those kept in money; the standard has no quantities. */
    Stream<ExportLine> linesInMoney() {
        return lines.stream().filter(line -> line.currency() != null);
    }

    Stream<ExportLine> linesInUnits() {
        return lines.stream().filter(line -> line.unit() != null);
    }

    /** Whether it holds the source's own transactions and nothing else, so that the source has told of it already. */
    boolean isOfSource(ExportLine line) {
        List<ExportEntry> ofLine = entriesOf(line);
        return !ofLine.isEmpty() && ofLine.stream().allMatch(this::isOfSource);
    }

    /** Whether it became one of the source's own transactions, which is given back as it was. */
    boolean isOfSource(ExportEntry entry) {
        return source != null && source.taken().entries().contains(entry.id());
    }
}
