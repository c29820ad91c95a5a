package org.coalition.meetings;

import io.quarkus.test.junit.QuarkusTest;
import org.coalition.defaults.testing.CommittedContract;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContractTest {
    @Test
    void theCommittedContractIsTheOneThatTheCodeGives() {
        CommittedContract.check();
    }
}
