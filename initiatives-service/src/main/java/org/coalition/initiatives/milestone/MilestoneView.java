package org.coalition.initiatives.milestone;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.coalition.defaults.web.View;
import org.coalition.initiatives.initiative.Onlooker;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What is to be reached by when on the way of an initiative.")
record MilestoneView(
        UUID id,
        long version,
        UUID initiativeId,
        MilestoneStatus status,

        @Schema(description = "Why it was reopened.") String statusReason,

        @Schema(description = "The states that may follow now.")
        List<MilestoneStatus> next,

        String title,
        String description,
        LocalDate dueOn,

        @Schema(description = "The due date as it was first.")
        LocalDate firstDueOn,

        @Schema(description = "By the clock (UTC): still to be reached, and the due date has passed.")
        boolean overdue,

        @Schema(description = "Full days since the due date; 0 if it is not overdue.")
        long daysOverdue,

        LocalDate metOn,

        @Schema(description = "What the assessment rests on.")
        String evidence,

        @Schema(description = "What it waits for, as far as one may know of that.")
        List<Prerequisite> dependsOn,

        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore @Schema(hidden = true) List<Prerequisite> prerequisites)
        implements View {

    /** As it is announced: with what all who may know of it may know of too. */
    static MilestoneView of(Milestone milestone, Instant now) {
        return of(milestone, now, Onlooker.all(milestone.initiative().audience()));
    }

    static MilestoneView of(Milestone milestone, Instant now, Onlooker onlooker) {
        return new MilestoneView(
                        milestone.id(),
                        milestone.version(),
                        milestone.initiativeId(),
                        milestone.status(),
                        milestone.statusReason(),
                        List.copyOf(milestone.status().next()),
                        milestone.title(),
                        milestone.description(),
                        milestone.dueOn(),
                        milestone.firstDueOn(),
                        milestone.daysOverdue(now) > 0,
                        milestone.daysOverdue(now),
                        milestone.metOn(),
                        milestone.evidence(),
                        List.of(),
                        milestone.createdAt(),
                        milestone.updatedAt(),
                        milestone.dependsOn().stream().map(Prerequisite::of).toList())
                .told(onlooker);
    }

    /** The same, with what this one may know of. */
    MilestoneView told(Onlooker onlooker) {
        return new MilestoneView(
                id,
                version,
                initiativeId,
                status,
                statusReason,
                next,
                title,
                description,
                dueOn,
                firstDueOn,
                overdue,
                daysOverdue,
                metOn,
                evidence,
                prerequisites.stream().filter(one -> one.isKnownTo(onlooker)).toList(),
                createdAt,
                updatedAt,
                prerequisites);
    }

    /** Each day that it is overdue is another text, and so is each change of what it waits for. */
    @Override
    public String tag() {
        return version + (overdue ? "-overdue-" + daysOverdue : "") + (prerequisites.isEmpty() ? "" : "." + checksum());
    }

    private String checksum() {
        CRC32 checksum = new CRC32();
        checksum.update(prerequisites.stream()
                .map(Prerequisite::text)
                .collect(Collectors.joining("\n\n"))
                .getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(checksum.getValue());
    }

    @Override
    public String path() {
        return "/v1/milestones/" + id;
    }
}
