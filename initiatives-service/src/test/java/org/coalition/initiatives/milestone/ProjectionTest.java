package org.coalition.initiatives.milestone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.coalition.initiatives.milestone.Projection.Dated;
import org.junit.jupiter.api.Test;

class ProjectionTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");
    private static final UUID A = UUID.randomUUID();
    private static final UUID B = UUID.randomUUID();
    private static final UUID C = UUID.randomUUID();

    private final Map<UUID, Dated> milestones = new HashMap<>();
    private final Map<UUID, List<UUID>> dependsOn = new HashMap<>();

    @Test
    void whatIsNotDueYetComesOnItsDay() {
        add(A, "2026-03-10", "2026-03-10");
        assertEquals(LocalDate.parse("2026-03-10"), projected(A));
    }

    @Test
    void whatIsOverdueComesTodayAtTheEarliestAndThoseBehindKeepTheirDistance() {
        add(A, "2026-02-19", "2026-02-19");
        add(B, "2026-03-06", "2026-03-06", A);
        assertEquals(TODAY, projected(A));
        assertEquals(TODAY.plusDays(15), projected(B));
    }

    @Test
    void aRescheduledMilestonePushesThoseBehindByTheDistanceThatWasPlannedFirst() {
        add(A, "2026-03-10", "2026-04-10");
        add(B, "2026-03-20", "2026-03-20", A);
        add(C, "2026-03-25", "2026-05-30", B);
        assertEquals(LocalDate.parse("2026-04-20"), projected(B));
        assertEquals(LocalDate.parse("2026-05-30"), projected(C), "its own date is later than what pushes");
    }

    @Test
    void oneThatWasMovedAsWellIsNotPushedTwice() {
        add(A, "2026-03-10", "2026-04-10");
        add(B, "2026-03-20", "2026-04-20", A);
        assertEquals(LocalDate.parse("2026-04-20"), projected(B));
    }

    @Test
    void whatWasMetPushesFromTheDayOnWhichItWas() {
        milestones.put(
                A,
                new Dated(
                        A,
                        UUID.randomUUID(),
                        "A",
                        MilestoneStatus.MET,
                        LocalDate.parse("2026-02-01"),
                        LocalDate.parse("2026-02-01"),
                        LocalDate.parse("2026-02-20")));
        add(B, "2026-02-15", "2026-03-02", A);
        assertEquals(LocalDate.parse("2026-02-20"), projected(A));
        assertEquals(LocalDate.parse("2026-03-06"), projected(B));
    }

    @Test
    void whatIsPlannedBeforeWhatItWaitsForComesNoEarlierThanThat() {
        add(A, "2026-05-10", "2026-05-10");
        add(B, "2026-04-01", "2026-04-01", A);
        assertEquals(LocalDate.parse("2026-05-10"), projected(B));
    }

    @Test
    void theLatestOfAllThatItWaitsForDecides() {
        add(A, "2026-03-10", "2026-03-12");
        add(B, "2026-03-10", "2026-03-17");
        add(C, "2026-03-11", "2026-03-11", A, B, UUID.randomUUID());
        assertEquals(LocalDate.parse("2026-03-18"), projected(C));
    }

    /** A later date somewhere never lets anything come earlier. */
    @Property
    void aSlipNeverBringsAnythingForward(
            @ForAll @Size(6) List<@IntRange(min = -50, max = 50) Integer> first,
            @ForAll @Size(6) List<@IntRange(min = 0, max = 40) Integer> moved,
            @ForAll @Size(15) List<Boolean> edges,
            @ForAll @IntRange(min = 0, max = 5) int slipping,
            @ForAll @IntRange(min = 0, max = 60) int days) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ids.add(UUID.randomUUID());
            LocalDate due = TODAY.plusDays(first.get(i));
            List<UUID> before = new ArrayList<>();
            for (int j = 0; j < i; j++) {
                if (edges.get(i * (i - 1) / 2 + j)) {
                    before.add(ids.get(j));
                }
            }
            add(ids.get(i), due.toString(), due.plusDays(moved.get(i)).toString(), before.toArray(UUID[]::new));
        }
        List<LocalDate> as = ids.stream().map(this::projected).toList();
        Dated slipped = milestones.get(ids.get(slipping));
        milestones.put(slipped.id(), slipped.due(slipped.dueOn().plusDays(days)));
        for (int i = 0; i < 6; i++) {
            LocalDate now = projected(ids.get(i));
            assertFalse(now.isBefore(as.get(i)));
            assertFalse(now.isBefore(milestones.get(ids.get(i)).dueOn()));
            assertFalse(now.isAfter(as.get(i).plusDays(days)), "it passes on no more than there is");
        }
    }

    private void add(UUID id, String firstDueOn, String dueOn, UUID... before) {
        milestones.put(
                id,
                new Dated(
                        id,
                        UUID.randomUUID(),
                        "M",
                        MilestoneStatus.SCHEDULED,
                        LocalDate.parse(dueOn),
                        LocalDate.parse(firstDueOn),
                        null));
        dependsOn.put(id, List.of(before));
    }

    private LocalDate projected(UUID id) {
        return new Projection(milestones, dependsOn, TODAY).of(id);
    }
}
