package org.coalition.defaults.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ids of the entries under a seal, as ranges; written as PostgreSQL writes an int8multirange: {@code {[1,4),[5,9)}}. */
record CoveredIds(List<Range> ranges) {
    private static final Pattern RANGE = Pattern.compile("\\[(-?\\d+),(-?\\d+)\\)");

    /** From the first to the one before the end. */
    record Range(long first, long end) {}

    /** Of ids in their order. */
    static CoveredIds of(List<Long> ids) {
        List<Range> ranges = new ArrayList<>();
        for (long id : ids) {
            Range last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
            if (last != null && last.end() == id) {
                ranges.set(ranges.size() - 1, new Range(last.first(), id + 1));
            } else {
                ranges.add(new Range(id, id + 1));
            }
        }
        return new CoveredIds(ranges);
    }

    static CoveredIds parse(String text) {
        List<Range> ranges = new ArrayList<>();
        Matcher range = RANGE.matcher(text);
        while (range.find()) {
            ranges.add(new Range(Long.parseLong(range.group(1)), Long.parseLong(range.group(2))));
        }
        return new CoveredIds(ranges);
    }

    long count() {
        return ranges.stream().mapToLong(range -> range.end() - range.first()).sum();
    }

    /** The first id of these that is not among the others, which are in their order; null if none is missing. */
    Long firstMissing(List<Long> present) {
        int next = 0;
        for (Range range : ranges) {
            for (long id = range.first(); id < range.end(); id++) {
                if (next == present.size() || present.get(next) != id) {
                    return id;
                }
                next++;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        List<String> texts = ranges.stream()
                .map(range -> "[" + range.first() + "," + range.end() + ")")
                .toList();
        return "{" + String.join(",", texts) + "}";
    }
}
