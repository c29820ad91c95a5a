package org.coalition.initiatives.report;

import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.DE;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.patch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.coalition.defaults.testing.SqlLog;
import org.coalition.initiatives.MeetingsService;
import org.coalition.initiatives.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The summary comes to what the ledgers come to, as of any time, for everybody, whatever happens to lines and initiatives. */
@QuarkusTest
class TotalsSummaryTest {
    private static final List<String> BREAKDOWNS =
            List.of("party,aspect", "aspect,track,instrument,month", "year", "quarter,party");

    private final OwnTotals own = new OwnTotals();

    @Inject
    TestClock clock;

    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void whateverHappensItIsWhatTheLedgersComeTo(long seed) throws SQLException {
        Random random = new Random(seed);
        List<String> initiatives = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        List<String> times = new ArrayList<>();
        for (int step = 0; step < 40; step++) {
            clock.advance(Duration.ofSeconds(random.nextInt(300)));
            act(random, initiatives, lines);
            times.add(own.totals(FR, "by=party,aspect").path("asOf"));
        }
        for (String time : times) {
            own.assertSame(
                    random.nextBoolean() ? FR : DE,
                    "by=" + BREAKDOWNS.get(random.nextInt(BREAKDOWNS.size())) + "&asOf=" + time);
            own.assertSame(FR, "by=party&from=2025-12-01&to=2025-12-31&asOf=" + time);
        }
    }

    @Test
    void itIsWhatOneReadsAlsoOnceItWasMergedButForTheTimesBefore() throws SQLException {
        String line = contribution(FR, initiative("COALITION"), Map.of("unit", own.unit()));
        created(own.pledge(line, 7, "2026-01-12"));
        Response before = own.totals(FR, "by=party");
        clock.advance(Duration.ofHours(1));
        created(own.pledge(line, 5, "2026-01-12"));
        assertTrue(readsOnlyTheSummary("by=party&asOf=" + before.path("asOf")));
        merge(0);
        assertTrue(readsOnlyTheSummary("by=party"));
        assertEquals(12, own.totals(FR, "by=party").jsonPath().getInt("items[0].pledged"));
        assertEquals(
                before.asString(),
                own.totals(FR, "by=party&asOf=" + before.path("asOf")).asString());
        created(own.pledge(line, 1, "2026-01-12"));
        assertTrue(readsOnlyTheSummary("by=party"));
        assertEquals(13, own.totals(FR, "by=party").jsonPath().getInt("items[0].pledged"));
    }

    @Test
    void itIsMergedOnlyWhenThereIsMuchThatIsOld() throws SQLException {
        String line = contribution(FR, initiative("COALITION"), Map.of("unit", own.unit()));
        created(own.pledge(line, 7, "2026-01-12"));
        created(own.pledge(line, 5, "2026-01-12"));
        clock.advance(Duration.ofHours(1));
        created(own.pledge(line, 3, "2026-01-12"));
        try (Connection connection = MeetingsService.database()) {
            merge(connection, Duration.ofMinutes(30), Integer.MAX_VALUE);
            assertEquals(3, rows(connection));
            merge(connection, Duration.ofMinutes(30), 1);
            assertEquals(2, rows(connection));
        }
    }

    private void act(Random random, List<String> initiatives, List<String> lines) throws SQLException {
        int draw = random.nextInt(100);
        if (initiatives.isEmpty() || draw < 8) {
            initiatives.add(initiative("COALITION"));
            return;
        }
        String initiative = initiatives.get(random.nextInt(initiatives.size()));
        if (lines.isEmpty() || draw < 20) {
            lines.add(contribution(
                    FR,
                    initiative,
                    Map.of("unit", own.unit(), "track", random.nextBoolean() ? "MILITARY" : "ECONOMIC")));
            return;
        }
        String line = lines.get(random.nextInt(lines.size()));
        if (draw < 65) {
            created(own.pledge(line, 1 + random.nextInt(9), random.nextBoolean() ? "2025-12-31" : "2026-01-09"));
        } else if (draw < 75) {
            ok(patch(GB, initiative, Map.of("aspect", random.nextBoolean() ? "TRAINING" : "CYBER_DEFENSE")));
        } else if (draw < 85) {
            ok(patch(
                    GB,
                    initiative,
                    random.nextBoolean()
                            ? Map.of("visibility", "COALITION", "visibleTo", List.of())
                            : Map.of("visibility", "RESTRICTED", "visibleTo", List.of("FR"))));
        } else if (draw < 95) {
            created(own.pledge(line, 2, "2026-01-09"));
            ok(OwnTotals.split(line));
            lines.addAll(OwnTotals.partsOf(line));
            lines.remove(line);
        } else {
            merge(0);
        }
    }

    private void merge(int few) throws SQLException {
        try (Connection connection = MeetingsService.database()) {
            merge(connection, Duration.ZERO, few);
        }
    }

    private void merge(Connection connection, Duration young, int few) throws SQLException {
        try (PreparedStatement merge = connection.prepareStatement("SELECT merge_totals(?, ?)")) {
            merge.setObject(1, clock.instant().minus(young).atOffset(ZoneOffset.UTC));
            merge.setInt(2, few);
            merge.execute();
        }
    }

    private boolean readsOnlyTheSummary(String query) {
        return SqlLog.during(() -> own.totals(FR, query).then().statusCode(200)).stream()
                .filter(sql -> sql.startsWith("select") && sql.contains("visible_to"))
                .allMatch(sql -> sql.contains("ledger_total") && !sql.contains("contribution"));
    }

    private int rows(Connection connection) throws SQLException {
        try (PreparedStatement count =
                connection.prepareStatement("SELECT count(*) FROM ledger_total WHERE unit = ?")) {
            count.setString(1, own.unit());
            try (ResultSet rows = count.executeQuery()) {
                assertTrue(rows.next());
                return rows.getInt(1);
            }
        }
    }
}
