package org.coalition.defaults.migration;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/**
 * Of several instances one migrates at a time, by a lock of Flyway's session. Its default, a transaction that stays open meanwhile, is one
 * that {@code CREATE INDEX CONCURRENTLY} would wait for and never see the end of. A script with such an index runs without a transaction, and
 * may say how long that may take.
 */
@Singleton
class SessionLock implements FlywayConfigurationCustomizer {
    @Override
    public void customize(FluentConfiguration configuration) {
        configuration
                .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        configuration.mixed(true);
    }
}
