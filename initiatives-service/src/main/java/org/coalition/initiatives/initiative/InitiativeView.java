package org.coalition.initiatives.initiative;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.identity.Visibility;
import org.coalition.defaults.web.View;
import org.coalition.initiatives.mandate.Loss;
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

        @Schema(description = "Whether that decision can no longer carry it; why is in mandateLoss.")
        Boolean mandateDangling,

        Loss mandateLoss,

        @Schema(description = "The initiative that it is a part of; absent for whom may not know of that.")
        UUID parentId,

        @Schema(description = "What it counts among its siblings, as it was set; absent where they count alike.")
        BigDecimal weight,

        @Schema(description = "What it waits for, as far as one may know of that.")
        List<Linked> dependsOn,

        Instant approvedAt,

        @Schema(description = "Why it was approved without an adopted decision.")
        String approvalReason,

        Visibility visibility,
        List<String> visibleTo,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore @Schema(hidden = true) Background background)
        implements View {

    /** As it is announced: with what all who may know of it may know of too. */
    static InitiativeView of(Initiative initiative, Background background) {
        return of(initiative, background, Onlooker.all(initiative.audience()));
    }

    static InitiativeView of(Initiative initiative, Background background, Onlooker onlooker) {
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
                        null,
                        null,
                        null,
                        List.of(),
                        initiative.approvedAt(),
                        initiative.approvalReason(),
                        details.visibility(),
                        details.visibleTo(),
                        initiative.createdAt(),
                        initiative.updatedAt(),
                        background)
                .told(onlooker);
    }

    /** The same, with what this one may know of. That an origin has vanished is told to those who can name another. */
    InitiativeView told(Onlooker onlooker) {
        Origin origin = background.origin();
        boolean withOrigin = origin.isKnownTo(onlooker);
        boolean withLoss = withOrigin || origin.hasVanished() && onlooker.isOneOf(leadParties);
        boolean withParent = background.parent() != null && background.parent().isKnownTo(onlooker);
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
                withOrigin ? origin.decision() : null,
                withOrigin ? origin.status() : null,
                withLoss ? origin.loss() != null : null,
                withLoss ? origin.loss() : null,
                withParent ? background.parent().initiativeId() : null,
                withParent ? background.weight() : null,
                background.dependsOn().stream()
                        .filter(other -> other.isKnownTo(onlooker))
                        .toList(),
                approvedAt,
                approvalReason,
                visibility,
                visibleTo,
                createdAt,
                updatedAt,
                background);
    }

    @Override
    public String path() {
        return "/v1/initiatives/" + id;
    }

    @Override
    public String tag() {
        return version + background.tag();
    }
}
