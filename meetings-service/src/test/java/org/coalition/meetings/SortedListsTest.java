package org.coalition.meetings;

import static org.coalition.meetings.MeetingsDriver.as;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import org.coalition.defaults.testing.Plans;
import org.coalition.defaults.testing.SortedLists;
import org.coalition.defaults.testing.Tokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each collection in each order that the contract says it can be had in. */
@QuarkusTest
class SortedListsTest {
    private static final String CALLER = Tokens.of(ManyRows.PARTY, "reader");
    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeAll
    static void fill() throws SQLException {
        ManyRows.fill();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void pagesOfASortedListAddUpToAllOfItSorted(String list) {
        SortedLists.walk(
                list,
                "",
                path -> tree(
                        as(CALLER).get(path).then().statusCode(200).extract().asString()));
    }

    static List<String> lists() {
        return SortedLists.ofContract(Plans.row(1));
    }

    private static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
