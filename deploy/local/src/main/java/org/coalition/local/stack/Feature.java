package org.coalition.local.stack;

import java.util.Locale;

/** What a set has beyond the plain one, for as long as its data live. */
public enum Feature {
    /** Keycloak in the place of the small identity server. */
    KEYCLOAK,
    /** Kafka and PostgreSQL as in a cluster: TLS, a password for each user, and at Kafka the access rules of the manifests. */
    SECURE;

    /** The switch that asks for it. */
    public String option() {
        return "--" + name().toLowerCase(Locale.ROOT);
    }
}
