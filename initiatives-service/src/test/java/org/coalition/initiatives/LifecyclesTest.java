package org.coalition.initiatives;

import org.coalition.defaults.testing.Lifecycles;
import org.junit.jupiter.api.Test;

class LifecyclesTest {
    @Test
    void theReadmeDrawsTheTablesOfTheEnums() {
        Lifecycles.check("org.coalition.initiatives");
    }
}
