/** That secrets stay secret, and the set as a cluster has it: Keycloak, TLS and passwords. */
package org.coalition.acceptance.security;
