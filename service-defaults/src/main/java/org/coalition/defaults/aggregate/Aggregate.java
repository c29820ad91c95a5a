package org.coalition.defaults.aggregate;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What is changed as one: a resource with its version and with all that belongs to it. Its verbs return the event that
 * says what happened; it has no setters, and only the {@link Door} stores it.
 *
 * <p>The first version is 1; each change raises it by exactly one, and each version has at least one event.
 */
@MappedSuperclass
public abstract class Aggregate {
    @Id
    private UUID id;

    @Version
    private long version = 1;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    protected Aggregate() {}

    /**
     * @param id a UUIDv7
     * @param now when it came into being
     */
    protected Aggregate(UUID id, Instant now) {
        this.id = id;
        this.createdAt = now;
        this.updatedAt = now;
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /**
     * The resource whose stream this aggregate's events belong to; its id is their Kafka key. A decision answers its
     * meeting here, so that a meeting and its decisions are one ordered stream.
     */
    public UUID streamId() {
        return id;
    }

    /**
     * The change reaches the root's row even if only a child changed, so that the version rises; also if the clock stands
     * still or has been put back.
     */
    void touch(Instant now) {
        updatedAt = now.isAfter(updatedAt) ? now : updatedAt.plus(1, ChronoUnit.MICROS);
    }
}
