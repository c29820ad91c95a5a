package org.coalition.defaults.outbox;

import java.sql.SQLException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * One term as leader: from the lease and the fencing of the predecessor to the first exception of whatever kind. There is no
 * retry within a term, because after a failure the outcome of the last step is unknown, and only the read-back at the beginning
 * of the next term can tell.
 */
final class RelayTerm {
    private static final Logger LOG = Logger.getLogger(RelayTerm.class);

    private final OutboxConfig config;
    private final OutboxLease lease;
    private final OutboxRows rows;
    private final KafkaSettings kafka;
    private final TopicEnds ends;
    private final Publisher publisher;
    private final RelaySignal signal;
    private final RelayStatus status;
    private final List<DutyTimes> duties;
    private final Consumer<CrashPoint> passing;

    RelayTerm(
            RelayTools tools,
            OutboxLease lease,
            OutboxRows rows,
            KafkaSettings kafka,
            TopicEnds ends,
            Publisher publisher) {
        this.config = tools.config();
        this.lease = lease;
        this.rows = rows;
        this.kafka = kafka;
        this.ends = ends;
        this.publisher = publisher;
        this.signal = tools.signal();
        this.status = tools.status();
        this.duties = tools.duties().stream().map(DutyTimes::new).toList();
        this.passing = tools.passing();
    }

    /** Publishes until told to stop. */
    void run(BooleanSupplier stopped, BatchSize size)
            throws SQLException, LeaseLost, Blocked, Unsendable, InterruptedException {
        passing.accept(CrashPoint.RELAY_AFTER_LEASE);
        ends.verify();
        publisher.fence();
        passing.accept(CrashPoint.RELAY_AFTER_INIT);
        if (config.mode() == OutboxConfig.Mode.EXACTLY_ONCE) {
            int found = new ReadBack(ends, kafka, lease, rows, config.auditTopic()).run();
            status.readBack(found);
            LOG.infof(
                    "Relays %s since epoch %d; %d events had been published already",
                    config.topic(), lease.epoch(), found);
        }
        passing.accept(CrashPoint.RELAY_AFTER_READ_BACK);
        status.leads();
        while (!stopped.getAsBoolean()) {
            for (DutyTimes duty : duties) {
                duty.look(lease);
            }
            step(size);
        }
    }

    private void step(BatchSize size) throws SQLException, LeaseLost, Unsendable, InterruptedException {
        List<OutboxRow> batch = rows.next(size.current());
        if (batch.isEmpty()) {
            lease.keep();
            signal.await(config.poll().toMillis());
            return;
        }
        passing.accept(CrashPoint.RELAY_BEFORE_SEND);
        long begun = System.nanoTime();
        Positions moved = publisher.publish(batch);
        passing.accept(CrashPoint.RELAY_AFTER_KAFKA_COMMIT);
        List<Long> ids = batch.stream().map(OutboxRow::id).toList();
        int settled = lease.settle(ids, moved);
        passing.accept(CrashPoint.RELAY_AFTER_SETTLE);
        if (settled != ids.size()) {
            LOG.errorf(
                    "Published %d events, but only %d of them were still in the outbox: who deletes there?",
                    ids.size(), settled);
        }
        status.published(batch.size(), settled, System.nanoTime() - begun);
        size.grow();
    }
}
