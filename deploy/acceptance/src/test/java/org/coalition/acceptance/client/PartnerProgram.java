package org.coalition.acceptance.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.coalition.acceptance.running.RunningSet;

/** Runs the programs of {@code deploy/clients} as a partner does: each its own process, told only where the set listens. */
public final class PartnerProgram {
    static final Path ROOT = Path.of(System.getProperty("coalition.root"));
    static final Path CLIENTS = ROOT.resolve("deploy/clients");

    private static final long PATIENCE_SECONDS = 60;

    private PartnerProgram() {}

    /** What a shell script prints; it ends at the first command that fails. */
    public static String sh(RunningSet set, String script) {
        return output(set, "sh", "-eu", CLIENTS.resolve(script).toString());
    }

    /** What a Java program of one file prints, with the generated client at hand. */
    static String java(RunningSet set, String source) {
        return output(
                set,
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                CLIENTS.resolve("target/lib") + "/*",
                CLIENTS.resolve(source).toString());
    }

    /** What a TypeScript program prints. Without npm there is none, of which the build of the clients has told. */
    static String node(RunningSet set, String program) {
        Path compiled = CLIENTS.resolve("target/typescript").resolve(program);
        assumeTrue(Files.exists(compiled), "There was no npm to compile " + program);
        return output(set, "node", compiled.toString());
    }

    private static String output(RunningSet set, String... command) {
        try {
            Path output = Files.createTempFile("partner", ".log");
            ProcessBuilder program =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            program.environment().put("API", set.stack().gatewayUrl());
            program.environment().put("ISSUER", set.stack().issuer());
            Process running = program.start();
            boolean ended = running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            running.destroyForcibly();
            String text = Files.readString(output);
            Files.delete(output);
            assertTrue(ended, () -> String.join(" ", command) + " does not end: " + text);
            assertEquals(0, running.exitValue(), text);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
