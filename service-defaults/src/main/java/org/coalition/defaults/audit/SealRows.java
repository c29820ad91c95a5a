package org.coalition.defaults.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The seals in their table, and the entries that wait for one. */
final class SealRows {
    private static final String COLUMNS =
            "number, (extract(epoch FROM at) * 1000000)::bigint, covers::text, entries, root, previous, hash, key_id, signature";

    /** An entry that waits but is gone stays in the queue, where the verification finds it. */
    private static final String TAKE = """
            WITH due AS (SELECT u.entry_id, e.hash FROM audit_unsealed u JOIN audit_entry e ON e.id = u.entry_id
                         ORDER BY u.entry_id LIMIT ?),
            taken AS (DELETE FROM audit_unsealed WHERE entry_id IN (SELECT entry_id FROM due))
            SELECT entry_id, hash FROM due ORDER BY entry_id""";

    private static final String UNDER = """
            SELECT e.id, e.hash FROM unnest(?::int8multirange) AS part
            JOIN audit_entry e ON e.id >= lower(part) AND e.id < upper(part) ORDER BY e.id""";

    private static final String INSERT = """
            INSERT INTO audit_seal (number, at, covers, entries, root, previous, hash, key_id, signature)
            VALUES (?, timestamptz 'epoch' + ? * interval '1 microsecond', ?::int8multirange, ?, ?, ?, ?, ?, ?)""";

    private final Connection connection;

    SealRows(Connection connection) {
        this.connection = connection;
    }

    /** Takes the first entries that wait out of the queue. */
    List<Seal.Leaf> take(int most) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setInt(1, most);
            return leaves(take);
        }
    }

    /** The entries with these ids, as far as they are there. */
    List<Seal.Leaf> under(Seal seal) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(UNDER)) {
            select.setString(1, seal.covers());
            return leaves(select);
        }
    }

    /** Seals in their order, after this number. */
    List<Seal> after(long number, int most) throws SQLException {
        return seals("SELECT " + COLUMNS + " FROM audit_seal WHERE number > ? ORDER BY number LIMIT ?", number, most);
    }

    /** The last seal up to this number; null if there is none. */
    Seal lastUpTo(long number) throws SQLException {
        List<Seal> last = seals(
                "SELECT " + COLUMNS + " FROM audit_seal WHERE number <= ? ORDER BY number DESC LIMIT ?", number, 1);
        return last.isEmpty() ? null : last.get(0);
    }

    void insert(Seal seal) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, seal.number());
            insert.setLong(2, seal.micros());
            insert.setString(3, seal.covers());
            insert.setInt(4, seal.entries());
            insert.setBytes(5, seal.root());
            insert.setBytes(6, seal.previous());
            insert.setBytes(7, seal.hash());
            insert.setString(8, seal.keyId());
            insert.setBytes(9, seal.signature());
            insert.executeUpdate();
        }
    }

    /** The database's clock, in microseconds since 1970. */
    long now() throws SQLException {
        return number("SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint");
    }

    /** How many entries wait for a seal. */
    long waiting() throws SQLException {
        return number("SELECT count(*) FROM audit_unsealed");
    }

    private long number(String query) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<Seal> seals(String query, long number, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setLong(1, number);
            select.setInt(2, most);
            try (ResultSet row = select.executeQuery()) {
                List<Seal> seals = new ArrayList<>();
                while (row.next()) {
                    seals.add(new Seal(
                            row.getLong(1),
                            row.getLong(2),
                            row.getString(3),
                            row.getInt(4),
                            row.getBytes(5),
                            row.getBytes(6),
                            row.getBytes(7),
                            row.getString(8),
                            row.getBytes(9)));
                }
                return seals;
            }
        }
    }

    private static List<Seal.Leaf> leaves(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<Seal.Leaf> leaves = new ArrayList<>();
            while (row.next()) {
                leaves.add(new Seal.Leaf(row.getLong(1), row.getBytes(2)));
            }
            return leaves;
        }
    }
}
