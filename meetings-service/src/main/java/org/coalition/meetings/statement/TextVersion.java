package org.coalition.meetings.statement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A version of the text of a joint statement. It never changes.")
@Embeddable
public record TextVersion(
        @Schema(description = "From 1; an endorsement names it.")
        int number,

        String text,
        String language,

        @Column(name = "written_at") Instant at,

        @Schema(description = "The party that wrote it.") @Column(name = "written_by")
        String by) {

    /** A statement has no more versions than this. */
    static final int MOST = 100;

    /** The version that follows. */
    TextVersion next(StatementText written, String by, Instant at) {
        return new TextVersion(number + 1, written.text(), written.language(), at, by);
    }

    boolean says(StatementText written) {
        return written.equals(new StatementText(text, language));
    }
}
