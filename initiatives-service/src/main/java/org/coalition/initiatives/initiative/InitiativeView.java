package org.coalition.initiatives.initiative;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.identity.Visibility;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A unit of planned support.")
record InitiativeView(
        UUID id,
        long version,
        InitiativeStatus status,

        @Schema(description = "Why it was suspended or cancelled.")
        String statusReason,

        @Schema(description = "The states that may follow now.")
        List<InitiativeStatus> next,

        String title,
        Aspect aspect,
        String focusArea,
        List<String> supportMeasures,
        List<String> expectedOutcomes,
        List<String> leadParties,
        List<String> participants,
        List<String> recipients,

        @Schema(description = "The decision that it came of; absent for whom may not know of that.")
        UUID originDecision,

        @Schema(description = "The state of that decision now.", examples = "ADOPTED")
        String originDecisionStatus,

        @Schema(description = "Whether that decision can no longer carry it: rejected, broken or withdrawn.")
        Boolean mandateDangling,

        Instant approvedAt,

        @Schema(description = "Why it was approved without an adopted decision.")
        String approvalReason,

        Visibility visibility,
        List<String> visibleTo,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore @Schema(hidden = true) Origin origin)
        implements View {

    /** As it is announced: with its origin if all who may know of it may know of that too. */
    static InitiativeView of(Initiative initiative, Origin origin) {
        return of(initiative, origin, origin.isKnownTo(initiative.audience()));
    }

    static InitiativeView of(Initiative initiative, Origin origin, boolean withOrigin) {
        InitiativeDetails details = initiative.details();
        return new InitiativeView(
                        initiative.id(),
                        initiative.version(),
                        initiative.status(),
                        initiative.statusReason(),
                        List.copyOf(initiative.status().next()),
                        details.title(),
                        details.aspect(),
                        details.focusArea(),
                        details.supportMeasures(),
                        details.expectedOutcomes(),
                        details.leadParties(),
                        details.participants(),
                        details.recipients(),
                        null,
                        null,
                        null,
                        initiative.approvedAt(),
                        initiative.approvalReason(),
                        details.visibility(),
                        details.visibleTo(),
                        initiative.createdAt(),
                        initiative.updatedAt(),
                        origin)
                .withOrigin(withOrigin);
    }

    /** The same, telling its origin or not. */
    InitiativeView withOrigin(boolean told) {
        return new InitiativeView(
                id,
                version,
                status,
                statusReason,
                next,
                title,
                aspect,
                focusArea,
                supportMeasures,
                expectedOutcomes,
                leadParties,
                participants,
                recipients,
                told ? origin.decision() : null,
                told ? origin.status() : null,
                told ? origin.isDangling() : null,
                approvedAt,
                approvalReason,
                visibility,
                visibleTo,
                createdAt,
                updatedAt,
                origin);
    }

    @Override
    public String path() {
        return "/v1/initiatives/" + id;
    }

    /** The state of the origin is told here, but changes elsewhere. */
    @Override
    public String tag() {
        return version + origin.tag();
    }
}
