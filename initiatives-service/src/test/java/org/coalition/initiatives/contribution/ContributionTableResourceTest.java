package org.coalition.initiatives.contribution;

import static org.coalition.initiatives.Fixtures.contribution;
import static org.coalition.initiatives.Fixtures.created;
import static org.coalition.initiatives.Fixtures.entry;
import static org.coalition.initiatives.Fixtures.id;
import static org.coalition.initiatives.Fixtures.initiative;
import static org.coalition.initiatives.Fixtures.ok;
import static org.coalition.initiatives.InitiativesDriver.DE;
import static org.coalition.initiatives.InitiativesDriver.FR;
import static org.coalition.initiatives.InitiativesDriver.GB;
import static org.coalition.initiatives.InitiativesDriver.as;
import static org.coalition.initiatives.InitiativesDriver.post;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.coalition.initiatives.Statements;
import org.coalition.initiatives.Tables;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContributionTableResourceTest {
    @Test
    void contributionsAreExportedAsATableOfTheirFigures() {
        String initiative = initiative("COALITION");
        String line = contribution(FR, initiative);
        created(post(FR, line + "/entries", entry("COMMITMENT", "1500000.50")));
        created(post(FR, line + "/entries", entry("ALLOCATION", "500000.25")));
        String goods = contribution(DE, initiative, Map.of("unit", "systems"));
        Tables.export(GB, "contributions?initiativeId=" + id(initiative))
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("text/csv"))
                .header("Content-Disposition", equalTo("attachment; filename=\"contributions.csv\""))
                .header("Cache-Control", equalTo("no-store"));
        List<Map<String, String>> rows = Tables.rows(GB, "contributions?initiativeId=" + id(initiative));
        assertEquals(List.of(id(line), id(goods)), column(rows, "id"));
        assertEquals(List.of("FR", "DE"), column(rows, "party"));
        assertEquals(List.of("1500000.50", "0"), column(rows, "committed"));
        assertEquals(List.of("1000000.25", "0"), column(rows, "unallocated"));
        assertEquals(List.of("EUR", ""), column(rows, "currency"));
        assertEquals(List.of("", "systems"), column(rows, "unit"));
        assertEquals(
                List.of(id(goods)),
                column(Tables.rows(GB, "contributions?party=DE&initiativeId=" + id(initiative)), "id"));
    }

    @Test
    void aLedgerIsExportedInItsOrderWithReversalsAsNegativeNumbers() {
        String initiative = initiative("COALITION");
        String line = contribution(FR, initiative);
        created(post(FR, line + "/entries", entry("PLEDGE", "7")));
        String commitment = created(post(FR, line + "/entries", entry("COMMITMENT", "3.10")));
        created(post(FR, commitment + "/reversal", Map.of("reason", "=cmd()")));
        List<Map<String, String>> rows = Tables.rows(FR, "entries?initiativeId=" + id(initiative));
        assertEquals(List.of("7", "3.10", "-3.10"), column(rows, "amount"));
        assertEquals(List.of("1", "2", "3"), column(rows, "number"));
        assertEquals(List.of("", "", "'=cmd()"), column(rows, "reason"));
        assertEquals(
                List.of("7"), column(Tables.rows(FR, "entries?kind=PLEDGE&initiativeId=" + id(initiative)), "amount"));
        assertEquals(
                List.of(), column(Tables.rows(FR, "entries?from=2027-01-01&initiativeId=" + id(initiative)), "amount"));
    }

    @Test
    void nothingIsExportedOfWhatACallerMayNotKnowOf() {
        String initiative = initiative("RESTRICTED", "FR");
        String line = contribution(FR, initiative);
        created(post(FR, line + "/entries", entry("PLEDGE", "7")));
        for (String table : List.of("contributions", "entries")) {
            assertEquals(
                    1,
                    Tables.rows(FR, table + "?initiativeId=" + id(initiative)).size());
            assertEquals(List.of(), Tables.rows(DE, table + "?initiativeId=" + id(initiative)));
            assertEquals(List.of(), Tables.rows(null, table + "?initiativeId=" + id(initiative)));
        }
        assertTrue(Tables.rows(null, "contributions").stream()
                .noneMatch(row -> row.get("id").equals(id(line))));
    }

    @Test
    void totalsAreExportedUnderTheTimeThatTheyAreOf() {
        String initiative = initiative("COALITION");
        String line = contribution(FR, initiative);
        created(post(FR, line + "/entries", entry("COMMITMENT", "7.5")));
        String query = "totals?by=party&initiativeId=" + id(initiative);
        Tables.export(FR, query)
                .then()
                .statusCode(200)
                .header("Content-Disposition", startsWith("attachment; filename=\"totals-20"));
        List<Map<String, String>> rows = Tables.rows(FR, query);
        assertEquals(List.of("FR"), column(rows, "party"));
        assertEquals(List.of("7.5"), column(rows, "committed"));
        assertEquals(List.of(), Tables.rows(null, query));
    }

    @Test
    void aTableLongerThanABatchIsWholeAndEachBatchIsOneStatementAndItsBegin() {
        String initiative = initiative("COALITION");
        String query = "?initiativeId=" + id(initiative);
        open(initiative, 0, 200);
        open(initiative, 200, 400);
        open(initiative, 400, 500);
        contribution(FR, initiative);
        List<Map<String, String>> lines = Tables.rows(FR, "contributions" + query);
        assertEquals(501, column(lines, "id").stream().distinct().count());
        assertEquals("Line 499", lines.get(499).get("description"));
        assertEquals(2 * 2, Statements.of(() -> ok(Tables.export(FR, "contributions" + query))));
        for (int i = 0; i < 2; i++) {
            created(post(FR, "/v1/contributions/" + lines.get(499).get("id") + "/entries", entry("PLEDGE", "1")));
        }
        List<Map<String, String>> entries = Tables.rows(FR, "entries" + query);
        assertEquals(502, column(entries, "id").stream().distinct().count());
        assertEquals(List.of("1", "2", "3"), column(entries, "number").subList(499, 502));
    }

    private static void open(String initiative, int from, int to) {
        String rows = IntStream.range(from, to)
                .mapToObj(i -> id(initiative) + ",MILITARY,GRANT,Line " + i + ",EUR,1,2026-01-12\r\n")
                .collect(Collectors.joining());
        String header = "initiativeId,track,instrument,description,currency,pledged,valueDate\r\n";
        Tables.post(FR, "", null, header + rows).then().statusCode(201).body("created", equalTo(to - from));
    }

    @Test
    void aBadFilterIsAProblemAndNoTable() {
        Tables.export(FR, "contributions?track=NAVAL")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].parameter", equalTo("track"));
        Tables.export(FR, "contributions?limit=1")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("unknown-parameter"));
        as(FR).get("/v1/exports/contributions").then().statusCode(406);
        assertNull(Tables.export(FR, "contributions?party=DE&initiativeId=" + id(initiative("COALITION")))
                .header("ETag"));
    }

    private static List<String> column(List<Map<String, String>> rows, String name) {
        return rows.stream().map(row -> row.get(name)).toList();
    }
}
