package org.coalition.meetings.statement;

import java.util.List;
import java.util.UUID;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "One version of a joint statement, with what the parties say, or had said, of it.")
record StatementVersionView(
        UUID statementId,

        @Schema(description = "The version of the whole statement.")
        long version,

        @Schema(description = "Whether it is the current one; if not, what was said of it is void.")
        boolean current,

        TextVersion content,
        List<Endorsement> endorsements)
        implements View {

    static StatementVersionView of(Statement statement) {
        return new StatementVersionView(
                statement.id(), statement.version(), true, statement.current(), statement.endorsements());
    }

    static StatementVersionView of(EarlierVersion earlier) {
        Statement statement = earlier.statement();
        return new StatementVersionView(
                statement.id(), statement.version(), false, earlier.content(), earlier.endorsements());
    }

    @Override
    public String path() {
        return "/v1/statements/" + statementId + "/versions/" + content.number();
    }
}
