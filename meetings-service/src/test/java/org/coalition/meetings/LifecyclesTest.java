package org.coalition.meetings;

import org.coalition.defaults.testing.Lifecycles;
import org.junit.jupiter.api.Test;

class LifecyclesTest {
    @Test
    void theReadmeDrawsTheTablesOfTheEnums() {
        Lifecycles.check("org.coalition.meetings");
    }
}
