package org.coalition.defaults.testing;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/** How the database of the service under test answers a statement, which has a {@code ?} for each parameter, of many rows. */
public final class Plans {
    private Plans() {}

    /** The values of a statement's parameters, as they stand in SQL. */
    @FunctionalInterface
    public interface Values {
        /**
         * The value of one of them.
         *
         * @param type as PostgreSQL names it
         * @param parameter {@code $1} and so on
         * @param sql the statement, with its parameters so named
         */
        String of(String type, String parameter, String sql);
    }

    /**
     * Fills tables behind the service's back.
     *
     * @param inserts in which {@code ID(n)} stands for the id of the nth row, and the name of the count for the count
     */
    public static void fill(List<String> inserts, String name, int count) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            for (String insert : inserts) {
                statement.execute(insert.replace(name, Integer.toString(count))
                        .replaceAll(
                                "ID\\(([^)]+)\\)", "('0fffffff-0000-7000-8000-' || lpad(to_hex($1), 12, '0'))::uuid"));
            }
            statement.execute("ANALYZE");
        }
    }

    /** The id of the nth row; it sorts behind all that other tests make. */
    public static String row(int number) {
        return new UUID(0x0fff_ffff_0000_7000L, 0x8000_0000_0000_0000L + number).toString();
    }

    /** The plan for whatever values, with the planner's other ways closed: what is then left is what an index cannot do. */
    public static String generic(String sql, String... settings) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String setting : settings) {
                statement.execute(setting);
            }
            return explain(statement, "EXPLAIN (GENERIC_PLAN, COSTS OFF) " + numbered(sql));
        }
    }

    /** The plan of the ninth time, when the planner could have come to one plan for all values. */
    public static String natural(String sql, Values values) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            String execute = prepare(statement, sql, values);
            for (int time = 1; time < 9; time++) {
                statement.execute(execute);
            }
            // Nothing else can be chosen where there is little to read.
            statement.execute("SET enable_seqscan = off");
            return explain(statement, "EXPLAIN (COSTS OFF) " + execute);
        }
    }

    /** What was really done, at the second time, when all is at hand. */
    public static String analyzed(String sql, Values values) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            String execute = prepare(statement, sql, values);
            explain(statement, "EXPLAIN (ANALYZE) " + execute);
            return explain(statement, "EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF) " + execute);
        }
    }

    /** The pages of the database that the statement reads. */
    public static long buffers(String sql, Values values) throws SQLException {
        return Long.parseLong(analyzed(sql, values).replaceFirst("(?s).*?Buffers: shared hit=(\\d+).*", "$1"));
    }

    private static String prepare(Statement statement, String sql, Values values) throws SQLException {
        String numbered = numbered(sql);
        statement.execute("PREPARE page AS " + numbered);
        List<String> given = new ArrayList<>();
        try (ResultSet types = statement.executeQuery(
                "SELECT unnest(parameter_types)::text FROM pg_prepared_statements WHERE name = 'page'")) {
            while (types.next()) {
                given.add(values.of(types.getString(1), "$" + (given.size() + 1), numbered));
            }
        }
        return "EXECUTE page (" + String.join(", ", given) + ")";
    }

    /** Parameters without values, which only the simple protocol takes. */
    private static Connection connect() throws SQLException {
        Properties how = new Properties();
        how.put("user", System.getProperty("quarkus.datasource.username"));
        how.put("password", System.getProperty("quarkus.datasource.password"));
        how.put("preferQueryMode", "simple");
        return DriverManager.getConnection(System.getProperty("quarkus.datasource.jdbc.url"), how);
    }

    @CanIgnoreReturnValue
    private static String explain(Statement statement, String sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet lines = statement.executeQuery(sql)) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    private static String numbered(String sql) {
        StringBuilder numbered = new StringBuilder();
        int parameter = 0;
        for (char c : sql.toCharArray()) {
            numbered.append(c == '?' ? "$" + ++parameter : String.valueOf(c));
        }
        return numbered.toString();
    }
}
