package org.coalition.defaults.audit;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which entries of the audit trail to list. */
public class AuditFilter {
    @QueryParam("aggregateId")
    UUID aggregateId;

    @QueryParam("noun")
    @Size(max = 100)
    @Parameter(description = "The kind of resource.", schema = @Schema(type = SchemaType.STRING, examples = "meeting"))
    String noun;

    @QueryParam("actor")
    @Size(max = 255)
    @Parameter(description = "The subject of the token, or 'service'.")
    String actor;

    @QueryParam("party")
    @Size(max = 20)
    String party;

    @QueryParam("action")
    @Pattern(regexp = "org\\.coalition\\.[a-z-]{1,100}\\.[a-z-]{1,100}\\.v\\d{1,3}")
    @Parameter(
            description = "The type of the event that announced the change.",
            schema = @Schema(type = SchemaType.STRING, examples = "org.coalition.meeting.convened.v1"))
    String action;

    @QueryParam("from")
    @Parameter(description = "Recorded at this time or later.")
    Instant from;

    @QueryParam("to")
    @Parameter(description = "Recorded before this time.")
    Instant to;

    /** An action is of one kind of resource, by which it is found. */
    String nounOfAction() {
        return action == null ? null : action.split("\\.", 5)[2];
    }
}
