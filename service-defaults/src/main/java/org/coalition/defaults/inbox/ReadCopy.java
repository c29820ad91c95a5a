package org.coalition.defaults.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * What this service knows of other services' resources: the last version of each that has come through the topics, a moment
 * after it was made. Read only; the inbox alone writes it.
 *
 * <p>Replay from zero: stop all instances; {@code TRUNCATE read_copy}; reset the consumer group {@code inbox.group} to the
 * earliest offsets of its topics ({@code kafka-consumer-groups --reset-offsets --to-earliest}); start again. The state is the
 * same as before.
 */
@Singleton
@IfBuildProperty(name = "inbox.enabled", stringValue = "true")
public class ReadCopy {
    private static final String SELECT = "SELECT subject, noun, key, sequence, data FROM read_copy WHERE ";

    private final DataSource database;
    private final ObjectMapper json;

    ReadCopy(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The resource at this path, if it is known. */
    public Optional<Copy> find(String subject) {
        return Optional.ofNullable(find(List.of(subject)).get(subject));
    }

    /** The resources at these paths that are known, by path; read at once. */
    public Map<String, Copy> find(Collection<String> subjects) {
        return subjects.isEmpty()
                ? Map.of()
                : read(SELECT + "subject = ANY (?)", select -> {
                            Array array = select.getConnection().createArrayOf("text", subjects.toArray());
                            select.setArray(1, array);
                        })
                        .stream()
                        .collect(Collectors.toMap(Copy::subject, Function.identity()));
    }

    /**
     * What belongs to a root, of one kind, in the order of creation.
     *
     * @param most no more than this many
     */
    public List<Copy> belongingTo(String key, String noun, int most) {
        return read(SELECT + "key = ? AND noun = ? ORDER BY subject LIMIT ?", select -> {
            select.setString(1, key);
            select.setString(2, noun);
            select.setInt(3, most);
        });
    }

    /**
     * The resources of one kind that name one of these values in a property; an index over the property serves it.
     *
     * @param property from the code, never from a caller
     */
    public List<Copy> naming(String noun, String property, Collection<String> values) {
        return values.isEmpty()
                ? List.of()
                : read(SELECT + "noun = '%s' AND data ->> '%s' = ANY (?)".formatted(noun, property), select -> {
                    Array array = select.getConnection().createArrayOf("text", values.toArray());
                    select.setArray(1, array);
                });
    }

    private List<Copy> read(String sql, Binder binder) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            binder.bind(select);
            List<Copy> copies = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    copies.add(new Copy(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getLong(4),
                            json.readTree(row.getString(5))));
                }
            }
            return copies;
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A copy is no JSON", unreadable);
        }
    }

    /** Gives a statement its parameters. */
    private interface Binder {
        void bind(PreparedStatement select) throws SQLException;
    }
}
