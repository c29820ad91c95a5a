package org.coalition.acceptance.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.coalition.acceptance.running.Acceptance;
import org.coalition.acceptance.running.RunningSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The TypeScript client that is generated from the contract; the program with its claims is {@code round-trip.ts}. */
@ExtendWith(Acceptance.class)
class TypeScriptClientIT {
    @Test
    void aPartnersProgramFindsAllAsTheContractSays(RunningSet set) {
        assertEquals("", PartnerProgram.node(set, "round-trip.js"));
    }
}
