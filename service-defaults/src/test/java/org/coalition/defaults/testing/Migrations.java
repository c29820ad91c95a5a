package org.coalition.defaults.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;

/**
 * What in the migrations of a module an instance of the version before could not live with: it reads and writes while they run, and after.
 * One release adds, a later one takes away what nothing that runs uses any more. A comment {@code since}, with the release that stopped to
 * use it, in front of a statement says so.
 */
public final class Migrations {
    private static final Path FOLDER = Path.of("src/main/resources/db");
    private static final Pattern FILE = Pattern.compile("V([0-9_]+)__.*\\.sql");
    /** What one need not look into, and the end of a statement. */
    private static final Pattern TOKEN = Pattern.compile("--[^\\n]*|'(?:[^']|'')*'|\\$\\$.*?\\$\\$|;", Pattern.DOTALL);

    private static final Pattern EXCUSE = Pattern.compile("--\\s*since \\d.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern CREATED = Pattern.compile("create (?:unlogged )?table (?:if not exists )?(\\w+)");
    private static final Pattern TABLE = Pattern.compile(
            "(?:alter table (?:if exists )?(?:only )?|create (?:unique )?index .*?\\bon (?:only )?|create trigger .*?\\bon )(\\w+)");

    private static final Map<String, String> CONTRACTING = new LinkedHashMap<>();

    static {
        CONTRACTING.put("^drop (table|view|type|function|schema|sequence)\\b", "takes away what is in use");
        CONTRACTING.put(
                "^alter table .*\\bdrop (default|(column )?(if exists )?"
                        + "(?!if|column|constraint|not null|default|identity|expression)\\w+)(?=,| cascade|$)",
                "takes away what is in use");
        CONTRACTING.put("^alter .*\\brename\\b", "renames what is in use");
        CONTRACTING.put("^alter table .*\\bset not null\\b", "refuses what an older version writes");
        CONTRACTING.put(
                "^alter table .*\\badd (?!constraint|check|unique|primary|foreign|exclude)[^,]*\\bnot null\\b(?![^,]*\\bdefault\\b)",
                "refuses what an older version writes");
        CONTRACTING.put(
                "^alter table .*\\badd (constraint \\w+ )?(check|unique|primary|foreign|exclude)\\b",
                "may refuse what an older version writes");
        CONTRACTING.put(
                "^alter table .*\\balter (column )?\\w+ (set data )?type\\b", "writes all rows anew under a lock");
        CONTRACTING.put("^create (unique )?index (?!concurrently)", "holds up all writes; make it CONCURRENTLY");
        CONTRACTING.put("^(truncate|lock|cluster|vacuum full|reindex (?!.*concurrently))", "locks everybody out");
        CONTRACTING.put(
                "^set (local |session )?lock_timeout (=|to) '?0", "may wait for ever, and all others behind it");
    }

    private Migrations() {}

    /** The faults of those with a higher version than this. */
    public static List<String> faultsAfter(String version) {
        MigrationVersion last = MigrationVersion.fromVersion(version);
        try (Stream<Path> files = Files.walk(FOLDER)) {
            List<String> faults = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                Matcher name = FILE.matcher(file.getFileName().toString());
                if (name.matches()
                        && MigrationVersion.fromVersion(name.group(1)).compareTo(last) > 0) {
                    faults(Files.readString(file)).forEach(fault -> faults.add(file.getFileName() + ": " + fault));
                }
            }
            return faults;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> faults(String script) {
        List<String> faults = new ArrayList<>();
        Set<String> created = new HashSet<>();
        Set<String> altered = new TreeSet<>();
        for (String statement : statements(script)) {
            Matcher creates = CREATED.matcher(statement);
            if (creates.find()) {
                created.add(creates.group(1));
            }
            Matcher table = TABLE.matcher(statement);
            boolean locks = table.lookingAt();
            if (!locks || !created.contains(table.group(1))) {
                if (locks) {
                    altered.add(table.group(1));
                }
                CONTRACTING.forEach((pattern, why) -> {
                    if (Pattern.compile(pattern).matcher(statement).find()) {
                        faults.add(why + ": " + statement);
                    }
                });
            }
        }
        if (altered.size() > 1) {
            faults.add("waits for writers that wait for it; a file for each of these tables: " + altered);
        }
        return faults;
    }

    /** In lower case and on one line each, without what stands in comments, quotes and brackets; without those that are excused. */
    private static List<String> statements(String script) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        boolean excused = false;
        int from = 0;
        Matcher token = TOKEN.matcher(script + ";");
        while (token.find()) {
            statement.append(script + ";", from, token.start());
            from = token.end();
            excused |= EXCUSE.matcher(token.group()).matches();
            if (token.group().startsWith("'")) {
                statement.append("''");
            } else if (token.group().equals(";")) {
                if (!excused) {
                    statements.add(plain(statement.toString()));
                }
                statement.setLength(0);
                excused = false;
            }
        }
        return statements;
    }

    private static String plain(String statement) {
        String flat = statement.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
        for (String before = ""; !before.equals(flat); ) {
            before = flat;
            flat = flat.replaceAll("\\([^()]*\\)", "");
        }
        return flat;
    }
}
