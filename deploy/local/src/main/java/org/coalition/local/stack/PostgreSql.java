package org.coalition.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.coalition.local.process.Await;
import org.coalition.local.process.Daemon;
import org.coalition.local.process.Program;
import org.coalition.local.process.StackFailure;

/** A real PostgreSQL, durable, with one database and one login role for each service. */
public final class PostgreSql implements Component {
    /** Databases, each with its owner of the same name. */
    public static final List<String> DATABASES = List.of("meetings", "initiatives", "gateway");

    private static final String ADMIN = "postgres";
    private static final Duration TO_STOP = Duration.ofSeconds(20);

    private final Stack stack;
    private final Path files;
    private final Daemon daemon;
    private final PostmasterFile postmaster;

    public PostgreSql(Stack stack) {
        this.stack = stack;
        this.files = stack.data().resolve("postgresql");
        this.daemon = stack.daemon("postgresql", stack.ports().postgresql(), "-D" + files);
        this.postmaster = new PostmasterFile(files);
    }

    /** The folder with all that it keeps. */
    public Path files() {
        return files;
    }

    @Override
    public Daemon daemon() {
        return daemon;
    }

    @Override
    public void start() {
        if (isRunning()) {
            return;
        }
        PostgreSqlBinaries binaries = PostgreSqlBinaries.in(stack.programs());
        try {
            Files.createDirectories(files);
            SuperUser user = SuperUser.handingOver(files);
            if (!Files.exists(files.resolve("PG_VERSION"))) {
                create(binaries, user);
            }
            postmaster.deleteIfStale();
            List<String> secure =
                    stack.has(Feature.SECURE) ? new SecurePostgreSql(stack).prepare(files) : List.<String>of();
            daemon.start(server(binaries, SuperUser.handingOver(files), secure));
        } catch (IOException e) {
            throw new StackFailure("cannot prepare " + files + ": " + e.getMessage(), e);
        }
    }

    private Program server(PostgreSqlBinaries binaries, SuperUser user, List<String> more) {
        List<String> command = user.command(List.of(
                binaries.program("postgres").toString(),
                "-D" + files,
                "-p" + port(),
                "-clisten_addresses=127.0.0.1",
                "-cunix_socket_directories=",
                // Every promise about acknowledged changes rests on these two.
                "-cfsync=on",
                "-csynchronous_commit=on",
                "-cmax_connections=200",
                "-cshared_buffers=128MB",
                "-clog_line_prefix=%m [%p] %u@%d ",
                "-clog_timezone=UTC",
                "-ctimezone=UTC"));
        command.addAll(more);
        return new Program(command, Map.of(), files, log());
    }

    /** In a folder beside the final one, so that a launcher killed meanwhile leaves no half-made cluster. */
    private void create(PostgreSqlBinaries binaries, SuperUser user) throws IOException {
        Path draft = files.resolveSibling("postgresql.draft");
        Folders.delete(draft);
        Files.createDirectories(draft);
        SuperUser.handingOver(draft);
        Path password = files.resolveSibling("postgresql.password");
        SecretFile.write(password, List.of(password(stack, ADMIN)));
        Process initdb = new ProcessBuilder(user.command(List.of(
                        binaries.program("initdb").toString(),
                        "--pgdata=" + draft,
                        "--username=" + ADMIN,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--locale=C.UTF-8")))
                .redirectErrorStream(true)
                .start();
        String output = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Files.delete(password);
        if (initdb.onExit().join().exitValue() != 0) {
            throw new StackFailure("PostgreSQL cannot create its files in " + draft + ": "
                    + output.strip().replaceAll("\\s*\n\\s*", " | "));
        }
        Folders.delete(files);
        Files.move(draft, files);
    }

    @Override
    public void awaitReady() {
        startUntilOrphansAreGone();
        daemon.awaitReady(PATIENCE, this::isReady);
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String name : DATABASES) {
                if (!exists(statement, "SELECT FROM pg_roles WHERE rolname = '" + name + "'")) {
                    statement.execute("CREATE ROLE " + name + " LOGIN PASSWORD '" + password(stack, name) + "'");
                }
                if (!exists(statement, "SELECT FROM pg_database WHERE datname = '" + name + "'")) {
                    statement.execute("CREATE DATABASE " + name + " OWNER " + name);
                }
            }
        } catch (SQLException e) {
            throw new StackFailure(
                    "postgresql (port " + port() + ") cannot create the databases: " + e.getMessage() + " (log: "
                            + log() + ")",
                    e);
        }
    }

    /** The processes of a server that was killed end a moment later than it; as long as one lives, no other server starts. */
    private void startUntilOrphansAreGone() {
        Await.until(PATIENCE, () -> {
            if (isRunning()) {
                return isReady();
            }
            boolean refused = daemon.reason().contains("pre-existing shared memory block");
            if (refused) {
                start();
            }
            return !refused;
        });
    }

    @Override
    public boolean isReady() {
        try (Connection connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Fast shutdown: clients are cut off, what is committed is written. */
    @Override
    public void stop() {
        daemon.stop("INT", TO_STOP);
    }

    /** As superuser, for checks that look into the databases behind the services' backs. */
    public Connection connect(String database) throws SQLException {
        return connect(database, ADMIN);
    }

    /** As a user that is named as its database, or as superuser. */
    public Connection connect(String database, String user) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password(stack, user));
        login.setProperty("connectTimeout", "2");
        login.setProperty("loginTimeout", "5");
        login.setProperty("socketTimeout", "30");
        return DriverManager.getConnection(stack.jdbcUrl(database), login);
    }

    /** Their name; in a secure set a secret. */
    static String password(Stack stack, String user) {
        return stack.has(Feature.SECURE)
                ? RandomKey.in(stack.secrets().resolve("postgresql").resolve(user))
                        .text()
                : user;
    }

    private Connection connect() throws SQLException {
        return connect(ADMIN);
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
