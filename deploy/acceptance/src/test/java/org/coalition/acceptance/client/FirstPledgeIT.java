package org.coalition.acceptance.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coalition.acceptance.running.Acceptance;
import org.coalition.acceptance.running.RunningSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way of the README from nothing to an accepted pledge: its programs stand there word for word, and do what it says. */
@ExtendWith(Acceptance.class)
class FirstPledgeIT {
    private static final Pattern LINE = Pattern.compile("contributionId\\W+([0-9a-f-]{36})");
    private static final List<String> EVENTS = List.of("contribution.opened.v1", "contribution.pledged.v1");

    private static RunningSet set;

    @BeforeAll
    static void who(RunningSet running) {
        set = running;
    }

    @ParameterizedTest
    @CsvSource({"sh, curl/first-pledge.sh", "java, java/FirstPledge.java", "ts, typescript/first-pledge.ts"})
    void theReadmeShowsTheProgramWordForWord(String language, String program) throws IOException {
        String shown = Pattern.compile("(?s)```" + language + "\n(.*?)```")
                .matcher(readme())
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElse("nothing");
        String text = Files.readString(PartnerProgram.CLIENTS.resolve(program));
        assertEquals("```" + language + "\n" + text + "```", shown);
    }

    @Test
    void theReadmeNamesTheEventsThatFollow() throws IOException {
        for (String event : EVENTS) {
            assertTrue(readme().contains(event), event);
        }
    }

    @Test
    void curlPledges() {
        assertPledged(PartnerProgram.sh(set, "curl/first-pledge.sh"));
    }

    @Test
    void javaPledges() {
        assertPledged(PartnerProgram.java(set, "java/FirstPledge.java"));
    }

    @Test
    void typeScriptPledges() {
        assertPledged(PartnerProgram.node(set, "first-pledge.js"));
    }

    private static void assertPledged(String printed) {
        Matcher line = LINE.matcher(printed);
        assertTrue(line.find(), printed);
        String path = "/v1/contributions/" + line.group(1);
        BigDecimal pledged =
                set.as("fr-contributor").get(path).body().path("pledged").decimalValue();
        assertEquals(0, new BigDecimal("250000").compareTo(pledged), pledged::toString);
        assertEquals(
                EVENTS,
                set.awaitEvents(path, EVENTS.size())
                        .about(path)
                        .map(event -> event.cloud().getType().replace("org.coalition.", ""))
                        .toList());
    }

    private static String readme() throws IOException {
        return Files.readString(PartnerProgram.ROOT.resolve("README.md"));
    }
}
