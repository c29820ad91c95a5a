package org.coalition.acceptance.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.coalition.acceptance.running.Acceptance;
import org.coalition.acceptance.running.RunningSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Acceptance.class)
class AccessMatrixIT {
    private final RunningSet set;

    AccessMatrixIT(RunningSet set) {
        this.set = set;
    }

    @Test
    void everyOperationIsOpenToItsRolesAndToNobodyElse() {
        assertEquals(List.of(), AccessMatrix.faults(set));
    }
}
