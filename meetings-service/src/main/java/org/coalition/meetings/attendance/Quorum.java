package org.coalition.meetings.attendance;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Whether the parties without which the meeting cannot act are there. Computed, never typed in.")
record Quorum(
        UUID meetingId,

        @Schema(description = "The parties that must be there; none means that the meeting needs no quorum.")
        List<String> required,

        @Schema(description = "Those of them whose attendance is recorded as PRESENT or REMOTE.")
        List<String> present,

        @Schema(description = "Those of them that are absent, or of which no attendance is recorded yet.")
        List<String> missing,

        @Schema(description = "Those of the missing whose delegation has accepted, or sends a substitute.")
        List<String> expected,

        @Schema(
                description =
                        "Required parties whose attendance you may not know of; they are counted as missing here.")
        int withheld,

        @Schema(description = "Whether none is missing.") boolean reached,

        @Schema(examples = "3 of 4 required parties are there; UA is missing.")
        String explanation) {

    static Quorum of(UUID meeting, List<String> required, List<String> present, List<String> expected, int withheld) {
        List<String> missing =
                required.stream().filter(party -> !present.contains(party)).toList();
        return new Quorum(
                meeting,
                required,
                required.stream().filter(present::contains).toList(),
                missing,
                missing.stream().filter(expected::contains).toList(),
                withheld,
                missing.isEmpty(),
                explain(required, missing, withheld));
    }

    private static String explain(List<String> required, List<String> missing, int withheld) {
        if (required.isEmpty()) {
            return "The meeting requires no party.";
        }
        String there =
                "%d of %d required parties are there".formatted(required.size() - missing.size(), required.size());
        String known = missing.isEmpty() ? there : there + "; missing: " + String.join(", ", missing);
        return withheld == 0 ? known + "." : known + ". The attendance of %d is withheld from you.".formatted(withheld);
    }
}
