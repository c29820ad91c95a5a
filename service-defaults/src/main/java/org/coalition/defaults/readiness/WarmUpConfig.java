package org.coalition.defaults.readiness;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of what a service asks itself before it is ready. */
@ConfigMapping(prefix = "warm-up")
public interface WarmUpConfig {
    /** Whether it asks at all; fixed when it is built. */
    @WithDefault("false")
    boolean enabled();

    /** What is asked, in this order: paths that whoever has no token may read. */
    Optional<List<String>> paths();

    /** How long it may take; then the service is ready as it is. Zero where no other instance serves meanwhile: nothing is asked. */
    @WithDefault("60s")
    Duration patience();
}
