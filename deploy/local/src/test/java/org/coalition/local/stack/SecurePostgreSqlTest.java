package org.coalition.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL as in a cluster: who has no TLS, trusts another authority or guesses a password stays outside. */
class SecurePostgreSqlTest {
    @TempDir
    static Path folder;

    private static Stack stack;
    private static PostgreSql postgreSql;
    private static String strangersAuthority;

    @BeforeAll
    static void start() {
        stack = Stack.onFreePorts(folder.resolve("data"), folder.resolve("programs"), Feature.SECURE);
        postgreSql = new PostgreSql(stack);
        postgreSql.startAndAwait();
        strangersAuthority = Certificates.of(
                        Stack.onFreePorts(folder.resolve("stranger"), folder.resolve("programs"), Feature.SECURE))
                .authority()
                .toString();
    }

    @AfterAll
    static void stop() {
        postgreSql.stop();
    }

    @Test
    void itTalksTlsToThoseWhoKnowTheirPassword() throws SQLException {
        try (Connection connection = postgreSql.connect("meetings", "meetings");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT version, client_dn IS NULL FROM pg_stat_ssl WHERE pid = pg_backend_pid() AND ssl")) {
            assertTrue(row.next());
            assertEquals("TLSv1.3", row.getString(1));
        }
    }

    @Test
    void itRefusesAWrongPasswordAnotherAuthorityAndWhoHasNoTls() {
        String address = stack.jdbcUrl("meetings");
        String password = PostgreSql.password(stack, "meetings");
        assertRefused("password authentication failed for user \"meetings\"", address, "meetings");
        assertRefused(
                "PKIX path validation failed",
                address.replaceFirst("sslrootcert=.*", "sslrootcert=" + strangersAuthority),
                password);
        assertRefused("no encryption", address.replaceFirst("\\?.*", "?sslmode=disable"), password);
    }

    private static void assertRefused(String reason, String address, String password) {
        SQLException refused =
                assertThrows(SQLException.class, () -> DriverManager.getConnection(address, "meetings", password)
                        .close());
        String told = Stream.iterate((Throwable) refused, cause -> cause != null, Throwable::getCause)
                .map(Throwable::getMessage)
                .collect(Collectors.joining("; "));
        assertTrue(told.contains(reason), told);
    }
}
