package org.coalition.defaults.write;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long an answer can be had again. */
@ConfigMapping(prefix = "coalition.idempotency")
interface WriteConfig {
    /** From the request on. */
    @WithDefault("7d")
    Duration keep();

    @WithDefault("1m")
    Duration cleanUpEvery();
}
