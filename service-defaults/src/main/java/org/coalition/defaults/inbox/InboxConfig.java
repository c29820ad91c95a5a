package org.coalition.defaults.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the inbox. */
@ConfigMapping(prefix = "inbox")
public interface InboxConfig {
    /** Whether this service has an inbox; fixed when it is built. */
    @WithDefault("false")
    boolean enabled();

    /** The topics whose resources are kept, the restricted ones among them. */
    Optional<List<String>> topics();

    /** The Kafka consumer group, under which Kafka remembers how far this service has read. */
    @WithDefault("inbox")
    String group();

    /** Records taken at once, and stored in one transaction. */
    @WithDefault("500")
    int batch();

    /** How long to wait after a failure of the database or of Kafka before starting over. */
    @WithDefault("1s")
    Duration retryAfter();
}
