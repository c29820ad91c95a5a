package org.coalition.defaults.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The contract of a service as it is committed, {@code openapi.yaml} in the module, against the one that the build gives. A change of
 * the contract is so seen in review. {@code -Dcontract.update} writes the new one.
 */
public final class CommittedContract {
    private CommittedContract() {}

    /** Fails, saying what to do, if the two differ. Runs in the folder of the module, after the application was built. */
    public static void check() {
        Path built = Path.of("target/openapi/openapi.yaml");
        Path committed = Path.of("openapi.yaml");
        try {
            if (System.getProperty("contract.update") != null) {
                Files.copy(built, committed, StandardCopyOption.REPLACE_EXISTING);
            }
            assertEquals(
                    Files.exists(committed) ? Files.readString(committed) : "",
                    Files.readString(built),
                    "The contract has changed; if that is meant, run the build with -Dcontract.update and commit openapi.yaml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
