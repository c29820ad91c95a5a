package org.coalition.acceptance.running;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The running set with what a cluster has: Keycloak, and TLS and passwords before Kafka and PostgreSQL. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface AsInACluster {}
