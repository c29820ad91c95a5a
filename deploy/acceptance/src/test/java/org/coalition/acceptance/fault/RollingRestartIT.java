package org.coalition.acceptance.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.coalition.acceptance.running.Acceptance;
import org.coalition.acceptance.running.Cluster;
import org.coalition.acceptance.running.Cluster.Ending;
import org.coalition.acceptance.running.Crowd;
import org.coalition.acceptance.running.RunningSet;
import org.coalition.acceptance.running.Subscriber;
import org.coalition.local.stack.ServiceProcess;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every process is restarted amid the writes of eight partners, and nobody notices. */
@ExtendWith(Acceptance.class)
class RollingRestartIT {
    private static final boolean SHORT = Integer.getInteger("fault.rounds") == 1;
    private static final int REQUESTS = Integer.getInteger("rolling.requests");
    private static final int CROWD = 50;
    private static final int TRIES = 10;

    private final RunningSet set;

    RollingRestartIT(RunningSet set) {
        this.set = set;
    }

    @AfterEach
    void leaveItWhole() {
        set.startWhatIsDown();
    }

    /** Before the first restart each schema becomes that of a next version: from then on old ones run on it, and start on it. */
    @Test
    void noRequestFailsAndNoEventIsLostOrDoubled() {
        try (Cluster cluster = Cluster.beside(set, SHORT ? Ending.BRISK : Ending.SHIPPED);
                WebhookReceiver receiver = WebhookReceiver.registered(set.as("fr-contributor"))) {
            ToldEvents told = ToldEvents.from(set);
            try (Subscriber gb = new Subscriber(cluster.url(), set.bearer("gb-chair"), "");
                    Subscriber fr = new Subscriber(cluster.url(), set.bearer("fr-contributor"), "");
                    Crowd crowd = new Crowd(cluster.url(), set.bearer("gb-chair"), CROWD, CROWD);
                    Load load = Load.on(set, cluster.url())) {
                for (String service : List.of("meetings", "initiatives", "gateway")) {
                    expand(service, load);
                }
                do {
                    for (List<ServiceProcess> turn : cluster.turns()) {
                        cluster.restart(turn);
                        load.awaitMore(20);
                    }
                } while (load.ledger().succeeded() < REQUESTS);
                Ledger ledger = load.stop();
                assertEquals(List.of(), ledger.unsuccessful());
                assertEquals(List.of(), ledger.unread());
                assertEquals(0, cluster.refused());
                new Evidence(set).holdsAgainst(ledger);
                told.assertTold(gb, "GB");
                told.assertTold(fr, "FR");
                told.assertArrived(receiver, "FR");
                assertEquals(List.of(), receiver.repeated());
                int known = told.countFor("GB");
                crowd.awaitEvents(known);
                assertEquals(Set.of(known), crowd.counts());
                assertEquals(0, crowd.repeated());
                for (Subscriber subscriber : List.of(gb, fr)) {
                    assertEquals(List.of(), subscriber.refusals());
                    assertEquals(0, subscriber.cuts());
                }
                assertTrue(gb.connections() + fr.connections() > 2, "no stream had to go on elsewhere");
            }
            receiver.unregister();
        }
    }

    /** As a service does when it starts, which is tried again if a lock cannot be had soon enough. */
    private void expand(String service, Load load) {
        FluentConfiguration settings = Flyway.configure()
                .dataSource(set.stack().jdbcUrl(service), service, service)
                .locations("classpath:next-version/all", "classpath:next-version/" + service)
                .initSql("SET lock_timeout = '2s'")
                .outOfOrder(true)
                .mixed(true)
                .ignoreMigrationPatterns("*:missing");
        settings.getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        Flyway flyway = settings.load();
        for (int tries = 1; flyway.info().pending().length > 0; tries++) {
            try {
                flyway.migrate();
            } catch (FlywayException lockNotHad) {
                if (tries == TRIES) {
                    throw lockNotHad;
                }
                load.awaitMore(50);
            }
        }
    }
}
