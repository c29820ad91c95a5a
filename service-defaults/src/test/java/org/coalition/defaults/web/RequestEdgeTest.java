package org.coalition.defaults.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
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

    @ParameterizedTest
    @ValueSource(strings = {"host=%", "host=%zz", "host=%4", "a=b&c=%u0041"})
    void aQueryThatCannotBeDecodedIsRefused(String query) {
        assertFalse(RequestEdge.isDecodable(query));
        assertTrue(RequestEdge.isDecodable("host=%41&cursor=a+b"));
        assertTrue(RequestEdge.isDecodable(null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/json",
                "text/html, application/xhtml+xml;q=0.9,*/*;q=0.8",
                "application/json;profile=\"a b\" ; q=1.000",
                ",application/json,"
            })
    void anAcceptOfMediaRangesPasses(String accept) {
        assertTrue(RequestEdge.isAccept(accept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {";;;", "json", "application/json;q=abc", "application/json;q=2", "a/b/c", "a/b;c", "a/b c/d"})
    void anAcceptThatTheFrameworkWouldFailOnIsRefused(String accept) {
        assertFalse(RequestEdge.isAccept(accept));
    }

    @Test
    void aHostileAcceptIsJudgedInNoTime() {
        String hostile = "a/b;".repeat(4000) + "!";
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> assertFalse(RequestEdge.isAccept(hostile)));
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            assertTrue(RequestEdge.isAccept("a/b,".repeat(8000)));
            assertTrue(RequestEdge.isAccept("a/b" + ";c=d".repeat(8000)));
            assertTrue(RequestEdge.isDecodable("a=%41&".repeat(8000)));
        });
    }
}
