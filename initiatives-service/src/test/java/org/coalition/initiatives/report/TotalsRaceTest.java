package org.coalition.initiatives.report;

import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.patch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.coalition.defaults.testing.AtOnce;
import org.coalition.initiatives.MeetingsService;
import org.coalition.initiatives.TestClock;
import org.junit.jupiter.api.Test;

/** The summary is kept by triggers: what they see of each other when all that moves it happens at once. */
@QuarkusTest
class TotalsRaceTest {
    private static final List<Map<String, ?>> EDITS = List.of(
            Map.of("aspect", "TRAINING"),
            Map.of("visibility", "RESTRICTED", "visibleTo", List.of("FR")),
            Map.of("aspect", "CYBER_DEFENSE"),
            Map.of("visibility", "COALITION", "visibleTo", List.of()));

    private final OwnTotals own = new OwnTotals();

    @Inject
    TestClock clock;

    @Test
    void itIsWhatTheLedgersComeToWhenEntriesSplitsEditsAndMergesComeAtOnce() throws Exception {
        String initiative = initiative("COALITION");
        List<String> lines = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 6; i++) {
            lines.add(contribution(FR, initiative, Map.of("unit", own.unit())));
            assertEquals(201, own.pledge(lines.get(i), 9, "2026-01-09").statusCode());
        }
        List<String> times = new CopyOnWriteArrayList<>();
        AtOnce.atOnce(List.of(
                often(25, turn -> pledge(lines, turn)),
                often(25, turn -> pledge(lines, turn + 3)),
                often(12, turn -> edit(initiative, EDITS.get(turn % EDITS.size()))),
                often(12, turn -> edit(initiative, EDITS.get((turn + 2) % EDITS.size()))),
                often(4, turn -> split(lines, turn)),
                often(40, turn -> merge()),
                often(12, turn -> times.add(own.totals(FR, "by=party").path("asOf")))));
        times.add(own.totals(FR, "by=party").path("asOf"));
        for (String time : times) {
            own.assertSame(FR, "by=party,aspect&asOf=" + time);
            own.assertSame(FR, "by=track,month&asOf=" + time);
        }
    }

    private interface Turn {
        void take(int turn) throws Exception;
    }

    private static Callable<Void> often(int times, Turn turn) {
        return () -> {
            for (int i = 0; i < times; i++) {
                turn.take(i);
            }
            return null;
        };
    }

    /** A line may be split by now. */
    private void pledge(List<String> lines, int turn) {
        int status = own.pledge(
                        lines.get(turn % lines.size()), 1 + turn % 5, turn % 2 == 0 ? "2025-12-31" : "2026-01-09")
                .statusCode();
        assertTrue(status == 201 || status == 409, "" + status);
    }

    /** The other one may have edited in between. */
    private static void edit(String initiative, Map<String, ?> changes) {
        int status = patch(GB, initiative, changes).statusCode();
        assertTrue(status == 200 || status == 412, "" + status);
    }

    /** Something may have been pledged in between. */
    private static void split(List<String> lines, int turn) {
        String line = lines.get(turn);
        int status;
        do {
            status = OwnTotals.split(line).statusCode();
            assertTrue(List.of(200, 412, 422).contains(status), "" + status);
        } while (status != 200);
        lines.addAll(OwnTotals.partsOf(line));
    }

    private void merge() throws SQLException {
        try (Connection connection = MeetingsService.database();
                PreparedStatement merge = connection.prepareStatement("SELECT merge_totals(?, 0)")) {
            merge.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            merge.execute();
        }
    }
}
