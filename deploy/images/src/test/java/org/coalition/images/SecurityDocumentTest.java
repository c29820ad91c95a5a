package org.coalition.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What SECURITY.md promises leads to something. */
class SecurityDocumentTest {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern TEST_CLASS = Pattern.compile("`(\\w+(?:Test|IT))`");

    @Test
    void eachTestThatItNamesExists() throws IOException {
        Set<String> named = named(TEST_CLASS);
        assertTrue(named.size() > 30, named.toString());
        named.removeAll(tests());
        assertEquals(Set.of(), named);
    }

    @Test
    void eachThreatIsMetAndShown() throws IOException {
        List<String> threats = rows("| threat |");
        assertTrue(threats.size() > 20);
        for (String threat : threats) {
            String shown = threat.split("\\|", -1)[3];
            assertTrue(TEST_CLASS.matcher(shown).find(), threat);
        }
    }

    /** A new version has other weaknesses: who changes it looks at that part again. */
    @Test
    void itsVersionOfQuarkusIsTheBuilds() throws IOException {
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        assertEquals(
                named(Pattern.compile("Of Quarkus (\\S+) ")),
                Pattern.compile("<quarkus.version>(.+)</quarkus.version>")
                        .matcher(pom)
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toSet()));
    }

    @Test
    void eachSecretThatADeploymentSetsIsExplained() throws IOException {
        Set<String> secrets = Cluster.of("gateway").secrets();
        assertEquals(6, secrets.size());
        for (String secret : secrets) {
            assertTrue(text().contains('`' + secret + '`'), secret);
        }
    }

    @Test
    void itCanBeReadInOneGo() throws IOException {
        assertTrue(text().lines().count() <= 150);
    }

    private static String text() throws IOException {
        return Files.readString(ROOT.resolve("deploy/SECURITY.md"));
    }

    private static Set<String> named(Pattern pattern) throws IOException {
        return pattern.matcher(text())
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The rows of the table whose head begins so. */
    private static List<String> rows(String head) throws IOException {
        return text().lines()
                .dropWhile(line -> !line.startsWith(head))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }

    private static Set<String> tests() throws IOException {
        Set<String> tests = new HashSet<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean generated = Set.of("target", "node_modules", ".git", "data")
                        .contains(folder.getFileName().toString());
                return generated ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                tests.add(file.getFileName().toString().replace(".java", ""));
                return FileVisitResult.CONTINUE;
            }
        });
        return tests;
    }
}
