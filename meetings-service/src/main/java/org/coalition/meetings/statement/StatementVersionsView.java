package org.coalition.meetings.statement;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The versions of a joint statement, the first one first; each text stands under its number.")
record StatementVersionsView(UUID statementId, long version, List<VersionEntry> items) implements View {

    @Schema(description = "That there is a version, without its text.")
    record VersionEntry(int number, String language, Instant at, String by) {
        static VersionEntry of(TextVersion version) {
            return new VersionEntry(version.number(), version.language(), version.at(), version.by());
        }
    }

    static StatementVersionsView of(Statement statement, List<VersionEntry> earlier) {
        return new StatementVersionsView(
                statement.id(),
                statement.version(),
                Stream.concat(earlier.stream(), Stream.of(VersionEntry.of(statement.current())))
                        .sorted(Comparator.comparingInt(VersionEntry::number))
                        .toList());
    }

    @Override
    public String path() {
        return "/v1/statements/" + statementId + "/versions";
    }
}
