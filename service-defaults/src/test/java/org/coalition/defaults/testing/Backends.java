package org.coalition.defaults.testing;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts what the tests of a module talk to, once per test JVM and before the first test: a real PostgreSQL and a real Kafka
 * broker, each if its library is on the test class path, and the keys that sign test tokens and seals. Their addresses are handed on as
 * system properties, which Quarkus reads as configuration: {@code quarkus.datasource.jdbc.url}, {@code .username},
 * {@code .password}, {@code kafka.bootstrap.servers} and the {@code quarkus.oidc} keys that {@link Tokens} documents.
 *
 * <p>The database is called as the system property {@code coalition.test.database} says, {@code test} by default; the topics of
 * both services are there. With {@code coalition.test.tokens=none} the module has an issuer of its own, and no keys are told.
 */
public final class Backends implements LauncherSessionListener {
    private static final String STARTED = "coalition.test.backends";

    private Database database;
    private Broker broker;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.setProperty(STARTED, "true") != null) {
            return;
        }
        if (!"none".equals(System.getProperty("coalition.test.tokens"))) {
            Tokens.publishKeys();
        }
        publishSealKeys();
        if (present("io.zonky.test.db.postgres.embedded.EmbeddedPostgres")) {
            String name = System.getProperty("coalition.test.database", "test");
            database = Database.start();
            database.create(name);
            System.setProperty("quarkus.datasource.jdbc.url", database.url(name));
            System.setProperty("quarkus.datasource.username", Database.USER);
            System.setProperty("quarkus.datasource.password", Database.PASSWORD);
        }
        if (present("kafka.server.KafkaRaftServer")) {
            broker = Broker.start();
            System.setProperty("kafka.bootstrap.servers", broker.address());
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (broker != null) {
            broker.close();
        }
        if (database != null) {
            database.close();
        }
    }

    /** The keys of the seals, which each deployment has for itself. */
    private static void publishSealKeys() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            System.setProperty(
                    "audit.signing-key", base64.encodeToString(pair.getPrivate().getEncoded()));
            System.setProperty(
                    "audit.verification-keys",
                    base64.encodeToString(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No Ed25519 here", e);
        }
    }

    private static boolean present(String className) {
        return Backends.class.getClassLoader().getResource(className.replace('.', '/') + ".class") != null;
    }
}
