package org.coalition.initiatives.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** When a delivery that is not dispatched yet is at risk of being late. */
@ConfigMapping(prefix = "delivery.at-risk")
public interface AtRisk {
    /** From so many days before the promised one. */
    @WithName("within-days")
    @WithDefault("14")
    int withinDays();
}
