package org.coalition.gateway;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.testing.CommittedContract;
import org.coalition.defaults.testing.CommittedEvents;
import org.coalition.gateway.neighbours.Ports;
import org.junit.jupiter.api.Test;

/** What the gateway has itself is described like any service. */
@QuarkusTest
@QuarkusTestResource(Ports.class)
class WebhookContractTest {
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
