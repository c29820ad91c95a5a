package org.coalition.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.coalition.defaults.testing.Migrations;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    @Test
    void thoseSinceTheFirstReleaseOnlyAdd() {
        assertEquals(List.of(), Migrations.faultsAfter("1"));
    }
}
