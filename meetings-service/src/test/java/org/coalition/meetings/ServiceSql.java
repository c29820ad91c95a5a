package org.coalition.meetings;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.inject.Singleton;
import org.coalition.defaults.testing.SqlLog;

/** Hears what this service sends. */
@Singleton
@PersistenceUnitExtension
public class ServiceSql extends SqlLog {
    private static final long serialVersionUID = 1L;
}
