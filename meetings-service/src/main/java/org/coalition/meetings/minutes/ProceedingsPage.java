package org.coalition.meetings.minutes;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalition.meetings.actionitem.ActionItemView;
import org.coalition.meetings.agenda.AgendaItemView;
import org.coalition.meetings.attendance.AttendanceView;
import org.coalition.meetings.attendance.Presence;
import org.coalition.meetings.decision.DecisionView;
import org.coalition.meetings.delegation.DelegationView;
import org.coalition.meetings.meeting.Location;
import org.coalition.meetings.meeting.MeetingView;
import org.coalition.meetings.recommendation.RecommendationView;
import org.coalition.meetings.statement.StatementView;

/** Proceedings as people read them: what is recorded under an agenda item stands under it. */
final class ProceedingsPage {
    private final Proceedings proceedings;
    private final int level;
    private final StringBuilder page = new StringBuilder();

    private ProceedingsPage(Proceedings proceedings, int level) {
        this.proceedings = proceedings;
        this.level = level;
    }

    /** @param level of the heading; a page of its own has 1 */
    static String of(Proceedings proceedings, int level) {
        return new ProceedingsPage(proceedings, level).written();
    }

    private String written() {
        MeetingView meeting = proceedings.meeting();
        heading(0, meeting.title());
        facts(
                fact("Level", meeting.level()),
                fact("Planned", meeting.plannedStart() + " until " + meeting.plannedEnd()),
                fact("Began", meeting.actualStart()),
                fact("Ended", meeting.actualEnd()),
                fact("Time zone", meeting.timeZone()),
                fact("Format", meeting.format()),
                fact("Place", place(meeting.location())),
                fact("Host", meeting.host()),
                fact("Chair", joined(meeting.chair().party(), meeting.chair().name())),
                fact(
                        "Minutes",
                        joined(
                                proceedings.minutes().status(),
                                "text " + proceedings.minutes().textVersion())),
                fact("Approved", proceedings.minutes().approvedAt()));
        if (!proceedings.complete()) {
            paragraphs("This page is not complete: more is recorded than fits.");
        }
        if (meeting.summary() != null) {
            heading(1, "Summary");
            paragraphs(meeting.summary());
        }
        sections(null);
        heading(1, "Attendance");
        facts(proceedings.delegations().stream().map(this::attendance).toArray(String[]::new));
        heading(1, "Agenda");
        proceedings.agenda().forEach(this::item);
        return page.toString();
    }

    private void item(AgendaItemView item) {
        heading(2, item.number() + ". " + item.title());
        facts(
                fact("Kind", item.kind()),
                fact("Presented by", item.presenter()),
                fact("Aspect", item.aspect()),
                fact("Focus area", item.focusArea()));
        sections(item.id());
        proceedings.decisions().stream()
                .filter(decision -> decision.agendaItemId().equals(item.id()))
                .forEach(this::decision);
        proceedings.recommendations().stream()
                .filter(recommendation -> recommendation.agendaItemId().equals(item.id()))
                .forEach(this::recommendation);
        proceedings.statements().stream()
                .filter(statement -> statement.agendaItemId().equals(item.id()))
                .forEach(this::statement);
        proceedings.actionItems().stream()
                .filter(action -> action.agendaItemId().equals(item.id()))
                .forEach(this::actionItem);
    }

    private void sections(UUID item) {
        List<Section> sections = proceedings.minutes().sections().stream()
                .filter(section -> Objects.equals(section.agendaItemId(), item))
                .toList();
        if (item == null && !sections.isEmpty()) {
            heading(1, "Minutes");
        }
        sections.forEach(section -> paragraphs(section.text()));
    }

    private void decision(DecisionView decision) {
        heading(3, "Decision" + (decision.registerNumber() == null ? "" : " " + decision.registerNumber()));
        paragraphs(decision.text());
        facts(
                fact("State", decision.status()),
                fact("Adopted", decision.adoptedAt()),
                fact("Effective", decision.effectiveOn()),
                fact("Result", decision.result().explanation()),
                fact("Reason", decision.statusReason()));
    }

    private void recommendation(RecommendationView recommendation) {
        heading(3, "Recommendation");
        facts(
                fact("Area", recommendation.area()),
                fact("Focus", recommendation.focus()),
                fact("Outcome target", recommendation.outcomeTarget()),
                fact("Owner", recommendation.owner()),
                fact("State", recommendation.status()),
                fact("Reason", recommendation.statusReason()));
    }

    private void statement(StatementView statement) {
        heading(3, "Joint statement");
        paragraphs(statement.current().text());
        facts(
                fact("State", statement.status()),
                fact("Published", statement.publishedOn()),
                fact("Endorsement", statement.completeness().explanation()),
                fact("Reason", statement.statusReason()));
    }

    private void actionItem(ActionItemView action) {
        heading(3, "Action item");
        paragraphs(action.title());
        facts(
                fact("Owner", joined(action.owner(), action.assignee())),
                fact("Due", action.dueOn()),
                fact("State", action.overdue() ? action.status() + ", overdue" : action.status()));
    }

    private String attendance(DelegationView delegation) {
        Presence presence = proceedings.attendances().stream()
                .filter(attendance -> attendance.delegationId().equals(delegation.id()))
                .map(AttendanceView::presence)
                .findFirst()
                .orElse(null);
        return fact(
                delegation.party(),
                joined(
                        presence == null ? "not recorded" : presence,
                        delegation.head() == null ? null : delegation.head().name()));
    }

    private static String place(Location location) {
        return location == null ? null : joined(location.venue(), location.city(), location.country());
    }

    private static String joined(Object... parts) {
        return Stream.of(parts).filter(Objects::nonNull).map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String fact(String name, Object value) {
        return value == null ? null : "- " + Markdown.line(name) + ": " + Markdown.line(value.toString()) + "\n";
    }

    private void facts(String... lines) {
        page.append("\n");
        Stream.of(lines).filter(Objects::nonNull).forEach(page::append);
    }

    private void heading(int below, String text) {
        page.append(page.isEmpty() ? "" : "\n")
                .append("#".repeat(level + below))
                .append(' ')
                .append(Markdown.line(text))
                .append("\n");
    }

    private void paragraphs(String text) {
        page.append("\n").append(Markdown.paragraphs(text)).append("\n");
    }
}
