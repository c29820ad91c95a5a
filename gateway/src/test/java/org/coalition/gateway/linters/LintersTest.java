package org.coalition.gateway.linters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.coalition.gateway.linters.Linter.Finding;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No linter finds an error in the contract, but for the exceptions that stand with their reasons in {@code exceptions.yaml}. */
class LintersTest {
    private static final Path CONTRACT = Path.of("src/main/resources/contract/openapi.yaml");
    private static final Path EXCEPTIONS = Path.of("src/test/linters/exceptions.yaml");
    private static final Map<Linter, CompletableFuture<List<Finding>>> RUNNING = new EnumMap<>(Linter.class);

    private static final String FAULTY = """
            openapi: 3.1.0
            info: {title: Faulty, version: 1.0.0}
            paths:
              /v1/things/{id}:
                get:
                  operationId: get thing
                  responses:
                    '200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Nowhere'}}}}
            components:
              schemas:
                Thing: {type: object, properties: {name: {type: string}, number: {type: integer}}}
            """;

    /** @param at pattern of the places that are meant; null for all */
    private record Exempt(Linter linter, Set<String> rules, String at, String reason) {
        boolean covers(Finding finding) {
            return rules.contains(finding.rule()) && (at == null || Pattern.matches(at, finding.place()));
        }
    }

    /** All at once: each keeps one processor busy for a while. */
    @BeforeAll
    static void start() {
        for (Linter linter : Linter.values()) {
            RUNNING.put(linter, CompletableFuture.supplyAsync(() -> linter.lint(CONTRACT)));
        }
    }

    @ParameterizedTest
    @EnumSource(Linter.class)
    void theContractHasNoErrors(Linter linter) throws IOException {
        List<Exempt> exceptions = exceptions(linter);
        List<Finding> findings = Tools.orGoOnWithout(() -> RUNNING.get(linter).join());
        assertEquals(
                List.of(),
                findings.stream()
                        .filter(finding -> exceptions.stream().noneMatch(one -> one.covers(finding)))
                        .toList());
        for (Exempt one : exceptions) {
            assertFalse(one.reason().isBlank(), () -> "No reason for " + one);
            for (String rule : one.rules()) {
                assertTrue(
                        findings.stream().anyMatch(finding -> finding.rule().equals(rule) && one.covers(finding)),
                        () -> rule + " is needed no longer, of " + one);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Linter.class)
    void aContractWithErrorsIsFoundOut(Linter linter, @TempDir Path folder) throws IOException {
        Path faulty = Files.writeString(folder.resolve("faulty.yaml"), FAULTY);
        assertNotEquals(List.of(), Tools.orGoOnWithout(() -> linter.lint(faulty)));
    }

    private static List<Exempt> exceptions(Linter linter) throws IOException {
        return new YAMLMapper()
                .readValue(EXCEPTIONS.toFile(), new TypeReference<List<Exempt>>() {}).stream()
                        .filter(one -> one.linter() == linter)
                        .toList();
    }
}
