package org.coalition.defaults.audit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;

/** How far a verification has come: in which part of the trail, and there after which link. */
record Place(Part part, String after) {
    static final Place START = new Place(Part.ENTRIES, "");

    private static final String UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern TEXT =
            Pattern.compile("(?:(ENTRIES|SEALS|QUEUE) (-?\\d{1,18}|)|(AGGREGATES) (\\d{1,4}/%s|))".formatted(UUID));

    /** The parts of the trail in the order in which they are walked. */
    enum Part {
        ENTRIES,
        SEALS,
        QUEUE,
        AGGREGATES;

        /** The part after this one; null after the last. */
        Part next() {
            return this == AGGREGATES ? null : values()[ordinal() + 1];
        }
    }

    /**
     * The place that a cursor stands for; the beginning without one.
     *
     * @throws Malformed 400 if it is not one of ours
     */
    static Place of(String cursor) {
        if (cursor == null) {
            return START;
        }
        try {
            Matcher text = TEXT.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            if (text.matches()) {
                int part = text.group(1) == null ? 3 : 1;
                return new Place(Part.valueOf(text.group(part)), text.group(part + 1));
            }
        } catch (IllegalArgumentException garbled) {
            throw foreign();
        }
        throw foreign();
    }

    String cursor() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((part + " " + after).getBytes(StandardCharsets.UTF_8));
    }

    private static Malformed foreign() {
        return new Malformed(Fault.in(
                "cursor", "foreign-cursor", "The cursor is not one that a verification of this trail gave out."));
    }
}
