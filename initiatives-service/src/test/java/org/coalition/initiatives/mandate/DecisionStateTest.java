package org.coalition.initiatives.mandate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionStateTest {
    private static final Instant EXPIRY = Instant.parse("2026-01-12T10:00:00Z");

    @Test
    void fromTheExpiryOnASilenceIsAnAdoption() {
        DecisionState silence = new DecisionState("UNDER_SILENCE", EXPIRY);
        assertEquals("UNDER_SILENCE", silence.at(EXPIRY.minusNanos(1)));
        assertFalse(silence.isAdopted(EXPIRY.minusNanos(1)));
        assertEquals("ADOPTED", silence.at(EXPIRY));
        assertTrue(silence.isAdopted(EXPIRY));
    }

    @Test
    void aBrokenOrWithdrawnSilenceDoesNotBecomeAnAdoptionByTheClock() {
        for (String status : List.of("BROKEN", "WITHDRAWN", "OPEN", "DRAFT")) {
            assertEquals(status, new DecisionState(status, EXPIRY).at(EXPIRY.plusSeconds(1)));
        }
    }

    @Test
    void whatWasRejectedBrokenWithdrawnOrReplacedCarriesNothing() {
        for (String status : List.of("REJECTED", "BROKEN", "WITHDRAWN", "SUPERSEDED", "")) {
            assertTrue(new DecisionState(status, null).isDangling(), status);
        }
        for (String status : List.of("DRAFT", "OPEN", "UNDER_SILENCE", "ADOPTED")) {
            assertFalse(new DecisionState(status, null).isDangling(), status);
        }
    }

    @Test
    void anExpiryThatIsNoTimeNeverComes() {
        ObjectNode decision = JsonNodeFactory.instance
                .objectNode()
                .put("status", "UNDER_SILENCE")
                .put("expiresAt", "soon");
        assertNull(DecisionState.of(decision).expiresAt());
        assertEquals("UNDER_SILENCE", DecisionState.of(decision).at(Instant.MAX));
        decision.put("expiresAt", "2026-01-12T11:00:00+01:00");
        assertEquals(EXPIRY, DecisionState.of(decision).expiresAt());
    }
}
