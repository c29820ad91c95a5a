package org.coalition.meetings;

import static org.coalition.meetings.MeetingsDriver.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.coalition.defaults.testing.SparseAnswers;
import org.coalition.defaults.testing.Tokens;
import org.junit.jupiter.api.Test;

/** Which fields the contract says an answer may be cut to, and which the service knows: they are the same. */
@QuarkusTest
class SparseAnswersTest {
    private static final String CALLER = Tokens.of("GB", "reader", "auditor", "chair", "contributor");

    @Test
    void everyFieldOfTheContractIsOneOfTheAnswerAndNoOtherIs() {
        for (String read : SparseAnswers.ofContract()) {
            String answer = as(CALLER).get(read).asString();
            assertFalse(answer.contains("unknown-field"), () -> read + "\n" + answer);
            String refusal = as(CALLER).get(read + ",nonsense").path("errors[0].detail");
            List<String> known =
                    List.of(refusal.replaceAll(".*there are |\\.$", "").split(", "));
            assertEquals(String.join(",", known), read.substring(read.indexOf('=') + 1), read);
        }
    }
}
