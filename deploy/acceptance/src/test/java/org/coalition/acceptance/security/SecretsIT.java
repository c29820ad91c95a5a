package org.coalition.acceptance.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.coalition.acceptance.running.Acceptance;
import org.coalition.acceptance.running.RunningSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Acceptance.class)
class SecretsIT {
    private final RunningSet set;
    private final Secrets secrets;

    SecretsIT(RunningSet set) {
        this.set = set;
        this.secrets = new Secrets(set.stack().secrets());
    }

    @Test
    void noLogNoListOfProcessesAndNoPageForOperatorsTellsOne() {
        assertTrue(secrets.count() >= 5, () -> secrets.count() + " secrets");
        assertEquals(List.of(), secrets.toldBy(set));
    }

    @Test
    void oneThatWereToldWouldBeFound() throws IOException {
        Path key = set.processes().gateway().secrets().resolve("coalition.events.key");
        assertEquals(
                Set.of(key), secrets.in("the key is '" + Files.readString(key).strip() + "'"));
    }

    /** The gateway has its keys from nowhere else, and without them it does not start. */
    @Test
    void noneIsInTheEnvironmentOfAService() {
        assertEquals(
                Set.of(), secrets.in(set.processes().gateway().environment().toString()));
        assertEquals(
                Set.of(), secrets.in(set.processes().meetings().environment().toString()));
    }
}
