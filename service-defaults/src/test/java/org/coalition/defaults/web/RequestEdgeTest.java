package org.coalition.defaults.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestEdgeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/v1/meetings", "/v1/meetings?cursor=a%20b", "/v1/agenda-items/0198.~_-", "/q/health/"})
    void whatTheContractWritesPasses(String target) {
        assertTrue(RequestEdge.isCanonical(target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1/meetings",
                "//v1/meetings",
                "/v1//meetings",
                "/v1/./meetings",
                "/v1/../q/metrics",
                "/v1/..",
                "/v1/meetings;a=b",
                "/v1/%6deetings",
                "/v1/meetings%2f1",
                "/v1\\meetings",
                "/v1/meétings",
                "/v1/a b",
                "http://elsewhere/v1/meetings"
            })
    void whatTwoPartiesMightReadDifferentlyIsRefused(String target) {
        assertFalse(RequestEdge.isCanonical(target));
    }
}
