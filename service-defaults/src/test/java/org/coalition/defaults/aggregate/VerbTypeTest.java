package org.coalition.defaults.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** First guard of the write door: the compiler. */
class VerbTypeTest {
    @Test
    void aVerbThatReturnsItsEventCompiles() throws IOException {
        assertEquals(List.of(), errors("thing -> thing.rename()"));
    }

    @Test
    void aVerbThatReturnsNoEventDoesNotCompile() throws IOException {
        for (String verb :
                List.of("thing -> { thing.rename(); }", "thing -> thing.quietly()", "thing -> \"renamed\"")) {
            assertTrue(errors(verb).size() > 0, verb);
        }
    }

    private static List<String> errors(String verb) throws IOException {
        String source = """
                import java.util.UUID;
                import org.coalition.defaults.aggregate.*;
                import org.coalition.defaults.web.*;
                abstract class Renaming {
                    record Renamed() implements DomainEvent {}
                    abstract static class Thing extends Aggregate {
                        abstract Renamed rename();
                        abstract void quietly();
                    }
                    View rename(Aggregates<Thing, View> things, UUID id, IfMatch ifMatch) {
                        return things.change(id, ifMatch, %s);
                    }
                }
                """.formatted(verb);
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Renaming.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-proc:none",
                "-d",
                Files.createDirectories(Path.of("target/verb-type")).toString(),
                "-cp",
                System.getProperty("java.class.path"));
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, found, options, null, List.of(file))
                .call();
        List<String> errors = found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getMessage(null))
                .toList();
        assertEquals(compiled, errors.isEmpty());
        return errors;
    }
}
