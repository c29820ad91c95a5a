package org.coalition.meetings.minutes;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalition.defaults.problem.NotFound;
import org.coalition.meetings.actionitem.ActionItemView;
import org.coalition.meetings.actionitem.ActionItems;
import org.coalition.meetings.agenda.AgendaItemView;
import org.coalition.meetings.agenda.AgendaItems;
import org.coalition.meetings.attendance.AttendanceView;
import org.coalition.meetings.attendance.Attendances;
import org.coalition.meetings.decision.DecisionView;
import org.coalition.meetings.decision.Decisions;
import org.coalition.meetings.delegation.DelegationView;
import org.coalition.meetings.delegation.Delegations;
import org.coalition.meetings.meeting.MeetingView;
import org.coalition.meetings.meeting.Meetings;
import org.coalition.meetings.meeting.Period;
import org.coalition.meetings.recommendation.RecommendationView;
import org.coalition.meetings.recommendation.Recommendations;
import org.coalition.meetings.statement.StatementView;
import org.coalition.meetings.statement.Statements;

/**
 * Compiles what is recorded of meetings. It reads each kind once, whatever the number of meetings, and only what the
 * kind's own listing shows to the caller, so that a narrower circle there is kept here by itself.
 */
@Singleton
class Rapporteur {
    static final int MOST_MEETINGS = 50;
    private static final int MOST_OF_A_KIND = 1000;

    private final MinuteBook book;
    private final Meetings meetings;
    private final Delegations delegations;
    private final Attendances attendances;
    private final AgendaItems items;
    private final Decisions decisions;
    private final Recommendations recommendations;
    private final Statements statements;
    private final ActionItems actionItems;

    Rapporteur(
            MinuteBook book,
            Meetings meetings,
            Delegations delegations,
            Attendances attendances,
            AgendaItems items,
            Decisions decisions,
            Recommendations recommendations,
            Statements statements,
            ActionItems actionItems) {
        this.book = book;
        this.meetings = meetings;
        this.delegations = delegations;
        this.attendances = attendances;
        this.items = items;
        this.decisions = decisions;
        this.recommendations = recommendations;
        this.statements = statements;
        this.actionItems = actionItems;
    }

    Proceedings of(UUID minutes) {
        return compile(List.of(book.get(minutes))).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(book.noun(), minutes));
    }

    Compilation over(UUID series, Period period) {
        List<MinutesView> found = book.over(series, period, MOST_MEETINGS + 1);
        boolean all = found.size() <= MOST_MEETINGS;
        List<Proceedings> compiled = compile(all ? found : found.subList(0, MOST_MEETINGS));
        return new Compilation(
                period.from(),
                period.until(),
                compiled,
                all && compiled.stream().allMatch(Proceedings::complete),
                "The meetings with minutes of the series or the period asked for: %s. Each kind has at most %d entries."
                        .formatted(
                                all
                                        ? "all " + compiled.size()
                                        : "the first %d; ask for a shorter period to have all".formatted(MOST_MEETINGS),
                                MOST_OF_A_KIND));
    }

    private List<Proceedings> compile(List<MinutesView> minutes) {
        List<UUID> ids = minutes.stream().map(MinutesView::meetingId).toList();
        Map<UUID, MeetingView> byId =
                meetings.known(ids).stream().collect(Collectors.toMap(MeetingView::id, Function.identity()));
        var delegated = delegations.toMeetings(ids, MOST_OF_A_KIND);
        var attended = attendances.atMeetings(ids, MOST_OF_A_KIND);
        var listed = items.ofMeetings(ids, MOST_OF_A_KIND);
        var decided = decisions.ofMeetings(ids, MOST_OF_A_KIND);
        var recommended = recommendations.ofMeetings(ids, MOST_OF_A_KIND);
        var stated = statements.ofMeetings(ids, MOST_OF_A_KIND);
        var followed = actionItems.ofMeetings(ids, MOST_OF_A_KIND);
        boolean complete = Stream.of(delegated, attended, listed, decided, recommended, stated, followed)
                .allMatch(kind -> kind.size() < MOST_OF_A_KIND);
        return minutes.stream()
                .filter(each -> byId.containsKey(each.meetingId()))
                .map(each -> {
                    List<AgendaItemView> agenda = of(each, listed, AgendaItemView::meetingId).stream()
                            .sorted(AgendaItemView.ORDER)
                            .toList();
                    return new Proceedings(
                            byId.get(each.meetingId()),
                            each.about(agenda.stream().map(AgendaItemView::id).collect(Collectors.toSet())),
                            of(each, delegated, DelegationView::meetingId),
                            of(each, attended, AttendanceView::meetingId),
                            agenda,
                            of(each, decided, DecisionView::meetingId),
                            of(each, recommended, RecommendationView::meetingId),
                            of(each, stated, StatementView::meetingId),
                            of(each, followed, ActionItemView::meetingId),
                            complete);
                })
                .toList();
    }

    private static <T> List<T> of(MinutesView minutes, List<T> kind, Function<T, UUID> meeting) {
        return kind.stream()
                .filter(each -> meeting.apply(each).equals(minutes.meetingId()))
                .toList();
    }
}
