package org.coalition.gateway.schema;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/**
 * The rows that are no resources and so do not go through the write door: queues, and how far they have been worked off. They change
 * many times a second, by the clock's order and nobody's wish; what a caller changes is a resource.
 */
@Singleton
public class Rows {
    private final DataSource database;
    private final Schema schema;

    Rows(DataSource database, Schema schema) {
        this.database = database;
        this.schema = schema;
    }

    /** Whether the tables are there; before that nothing here can be called. */
    public boolean areThere() {
        return schema.isReady();
    }

    /** Reads one row of a result; the columns are named. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    /** One row of a result. */
    public record Row(ResultSet columns) {
        public UUID id(String name) throws SQLException {
            return columns.getObject(name, UUID.class);
        }

        public String text(String name) throws SQLException {
            return columns.getString(name);
        }

        public List<String> texts(String name) throws SQLException {
            return List.of((String[]) columns.getArray(name).getArray());
        }

        public byte[] bytes(String name) throws SQLException {
            return columns.getBytes(name);
        }

        public int number(String name) throws SQLException {
            return columns.getInt(name);
        }

        public long large(String name) throws SQLException {
            return columns.getLong(name);
        }

        public double decimal(String name) throws SQLException {
            return columns.getDouble(name);
        }

        /** Null where there is no time. */
        public Instant time(String name) throws SQLException {
            OffsetDateTime time = columns.getObject(name, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        }
    }

    /** The rows that a statement gives, which may write as well. */
    public <T> List<T> query(String sql, Reader<T> reader, Object... values) {
        return with(sql, values, statement -> {
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                Row row = new Row(result);
                while (result.next()) {
                    rows.add(reader.read(row));
                }
            }
            return rows;
        });
    }

    /** The first of the rows that a statement gives. */
    public <T> Optional<T> first(String sql, Reader<T> reader, Object... values) {
        return query(sql, reader, values).stream().findFirst();
    }

    /** Carries a statement out; answers how many rows it wrote. */
    @CanIgnoreReturnValue
    public int update(String sql, Object... values) {
        return with(sql, values, PreparedStatement::executeUpdate);
    }

    /** Carries a statement out for each of these lists of values. */
    public void updateAll(String sql, List<Object[]> rows) {
        with(sql, new Object[0], statement -> {
            for (Object[] values : rows) {
                fill(statement, values);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /** All of it in one commit, or in that of the change which is under way. */
    public <T> T together(Callable<T> work) {
        return QuarkusTransaction.joiningExisting().call(work);
    }

    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    @CanIgnoreReturnValue
    private <T> T with(String sql, Object[] values, Use<T> use) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, values);
            return use.of(statement);
        } catch (SQLException e) {
            throw new Failed(sql, e);
        }
    }

    private static void fill(PreparedStatement statement, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, forJdbc(statement, values[i]));
        }
    }

    private static Object forJdbc(PreparedStatement statement, Object value) throws SQLException {
        if (value instanceof Instant time) {
            return time.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof UUID[] ids) {
            return statement.getConnection().createArrayOf("uuid", ids);
        }
        if (value instanceof Integer[] numbers) {
            return statement.getConnection().createArrayOf("int4", numbers);
        }
        return value;
    }

    /** The database did not do what it was asked to. */
    public static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(String sql, SQLException cause) {
            super(sql.lines().findFirst().orElse("").strip() + ": " + cause.getMessage(), cause);
        }
    }
}
