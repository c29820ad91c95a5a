package org.coalition.meetings;

import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.testing.CommittedContract;
import org.coalition.defaults.testing.CommittedEvents;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContractTest {
    @Inject
    @All
    List<Aggregates<?, ?>> repositories;

    @Test
    void theCommittedContractIsTheOneThatTheCodeGives() {
        CommittedContract.check();
    }

    @Test
    void theCommittedEventsAreThoseThatTheCodeAnnounces() {
        CommittedEvents.check(repositories);
    }
}
